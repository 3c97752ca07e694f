import { diffArrays } from 'diff';
import { type Word, wordsOf } from './words';

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

/** Two texts with more differences than this are shown as one removal and one insertion. */
const MAX_EDITS = 1500;

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
