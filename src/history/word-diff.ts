import { diffArrays } from 'diff';

/** A segment of a word-level diff. `same` and `removed` make the old text, `same` and `added` the new one. */
export interface DiffSegment {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** The numbers of words that two texts share and do not share. */
interface WordCounts {
  readonly before: number;
  readonly after: number;
  readonly same: number;
}

interface Word {
  /** The word or punctuation mark itself. */
  readonly text: string;
  /** The white space after it. */
  readonly space: string;
  readonly isWord: boolean;
}

/** Two texts with more differences than this are shown as one removal and one insertion. */
const MAX_EDITS = 1500;

/** Chunks of some words each, split at white space; a long run without it is split anywhere. */
const PIECES = /(?:\S{1,500}\s*){1,64}|\s+/gu;

let segmenter: Intl.Segmenter | undefined;

/** Text in which white space bounds every word; elsewhere, an accent after a space belongs to it. */
const SPACED = /^(?!\s)[\0-\x7f]*$/;
/** A longer run without white space is split, see `PIECES`. */
const LONGEST_RUN = 500;

/** The words of the last texts, because each version of a statement is compared with several others. */
const recent = new Map<string, readonly Word[]>();
const MAX_RECENT = 16;

/**
 * Splits a text into words and punctuation, each with the following white space; leading white space is a separate
 * word.
 */
function wordsOf(text: string): readonly Word[] {
  const before = recent.get(text);
  if (before) return before;
  const words = split(text);
  if (recent.size >= MAX_RECENT) recent.clear();
  recent.set(text, words);
  return words;
}

function split(text: string): readonly Word[] {
  if (!SPACED.test(text)) return segmented(text);
  const words: Word[] = [];
  for (const [, run = '', space = ''] of text.matchAll(/(\S+)(\s*)/g)) {
    if (run.length > LONGEST_RUN) return segmented(text);
    words.push(...wordsOfRun(run));
    const last = words.at(-1);
    if (last && space) words[words.length - 1] = { ...last, space };
  }
  return words;
}

const known = new Map<string, readonly Word[]>();
const MAX_KNOWN = 20_000;

/** Letters and digits are one word, and a mark after them another; see the rules WB5 to WB12 of UAX #29. */
const PLAIN_RUN = /^([A-Za-z0-9]+)([.,;:!?]?)$/;

/** Memoised, because the versions of a text repeat its words, and segmenting dominates the cost of a diff. */
function wordsOfRun(run: string): readonly Word[] {
  const before = known.get(run);
  if (before) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const [, word = '', mark = ''] = PLAIN_RUN.exec(run) ?? [];
  const words = word === '' ? segmented(run) : [wordOf(word, true), ...(mark ? [wordOf(mark, false)] : [])];
  known.set(run, words);
  return words;
}

function wordOf(text: string, isWord: boolean): Word {
  return { text, space: '', isWord };
}

function segmented(text: string): readonly Word[] {
  const words: Word[] = [];
  // On first use, because its word rules take longer to load than all our own data.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  // In chunks, because segmenting one long string is quadratic in some engines.
  for (const piece of text.match(PIECES) ?? []) {
    for (const { segment, isWordLike } of segmenter.segment(piece)) {
      const last = words.at(-1);
      if (last && segment.trim() === '') words[words.length - 1] = { ...last, space: last.space + segment };
      else words.push({ text: segment, space: '', isWord: isWordLike === true });
    }
  }
  return words;
}

function haveInCommon(a: readonly string[], b: readonly string[]): boolean {
  const words = new Set(a);
  return b.some((word) => words.has(word));
}

/** Aligns two texts word by word: each pair is a word on one side, or one on both. */
function align(before: string, after: string): [Word | undefined, Word | undefined][] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const pairs: [Word | undefined, Word | undefined][] = [];
  let [start, endA, endB] = [0, a.length, b.length];
  while (start < endA && start < endB && a[start]?.text === b[start]?.text) start++;
  while (endA > start && endB > start && a[endA - 1]?.text === b[endB - 1]?.text) {
    endA--;
    endB--;
  }
  for (let at = 0; at < start; at++) pairs.push([a[at], b[at]]);
  const [middleA, middleB] = [a.slice(start, endA), b.slice(start, endB)];
  const [textsA, textsB] = [middleA.map(({ text }) => text), middleB.map(({ text }) => text)];
  const isRewritten = !haveInCommon(textsA, textsB);
  const diff = isRewritten ? undefined : diffArrays(textsA, textsB, { maxEditLength: MAX_EDITS });
  const changes = diff ?? [
    { removed: true, added: false, count: textsA.length },
    { removed: false, added: true, count: textsB.length },
  ];
  let [atA, atB] = [start, start];
  for (const { removed, added, count } of changes) {
    for (let n = 0; n < count; n++)
      pairs.push([added ? undefined : a[atA++], removed ? undefined : b[atB++]]);
  }
  for (; endA < a.length; endA++, endB++) pairs.push([a[endA], b[endB]]);
  return pairs;
}

/** The word-level diff of two texts. Words are those of `Intl.Segmenter` (Unicode UAX #29). */
export function wordDiff(before: string, after: string): DiffSegment[] {
  const segments: { kind: DiffSegment['kind']; text: string }[] = [];
  // Within one changed segment, all removals precede all additions.
  let [removed, added] = ['', ''];
  const put = (kind: DiffSegment['kind'], text: string) => {
    if (text !== '') segments.push({ kind, text });
  };
  const flush = () => {
    put('removed', removed);
    put('added', added);
    [removed, added] = ['', ''];
  };
  for (const [old, now] of align(before, after)) {
    if (old && now) {
      flush();
      const sameSpace = old.space === now.space;
      const text = old.text + (sameSpace ? old.space : '');
      const last = segments.at(-1);
      if (last?.kind === 'same') last.text += text;
      else put('same', text);
      if (!sameSpace) [removed, added] = [old.space, now.space];
    } else {
      removed += old ? old.text + old.space : '';
      added += now ? now.text + now.space : '';
    }
  }
  flush();
  return segments;
}

/** Counts words without punctuation and white space. */
export function countWords(before: string, after: string): WordCounts {
  let [a, b, same] = [0, 0, 0];
  for (const [old, now] of align(before, after)) {
    if (old?.isWord) a++;
    if (now?.isWord) b++;
    if (old?.isWord && now?.isWord) same++;
  }
  return { before: a, after: b, same };
}

/** How often each lower-case word occurs in a text. */
export type WordBag = ReadonlyMap<string, number>;

export function wordBag(text: string): WordBag {
  const bag = new Map<string, number>();
  for (const { text: word, isWord } of wordsOf(text)) {
    if (!isWord) continue;
    const key = word.toLowerCase();
    bag.set(key, (bag.get(key) ?? 0) + 1);
  }
  return bag;
}

/** The share of words that two texts have in common, in any order, from 0 to 1: the Sørensen–Dice coefficient. */
export function likeness(one: WordBag, other: WordBag): number {
  let [common, all] = [0, 0];
  for (const [word, count] of one) {
    common += Math.min(count, other.get(word) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  return all === 0 ? 0 : (2 * common) / all;
}
