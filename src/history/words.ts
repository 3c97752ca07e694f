/** A word or punctuation mark of a text. */
export interface Word {
  /** The word or punctuation mark itself. */
  readonly text: string;
  /** The white space after it. */
  readonly space: string;
  readonly isWord: boolean;
}

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
export function wordsOf(text: string): readonly Word[] {
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
