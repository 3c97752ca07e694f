import { countWords } from './words';

/**
 * What kind of change one statement is from the one before:
 * `start` the first one, `trim` mostly words out, `nip` a few words out, `extend` mostly words in,
 * `tuck` a few words replaced, `reword` many words replaced, `pivot` little left, `removed` no statement any more.
 */
export type ChangeKind = 'start' | 'trim' | 'nip' | 'extend' | 'tuck' | 'reword' | 'pivot' | 'removed';

/** A change with the counts behind it. */
export interface Change {
  readonly kind: ChangeKind;
  /** Words taken out. */
  readonly out: number;
  /** Words put in. */
  readonly in: number;
  /** Share of the old words that stay, 0 to 1. */
  readonly kept: number;
  /** One plain line: `4 words out, 1 in; 80 % kept`. */
  readonly explanation: string;
}

/** Below this share of the shorter text's words in common, hardly more than the small words of any two sentences is left. */
const LITTLE_LEFT = 0.35;
/** Of a text much longer than the other, so much in common may be small words alone; see `LITTLE_LEFT`. */
const LITTLE_LEFT_OF_FEW = 0.5;
/** One side has this many times the words of the other: it is mostly that. */
const MOSTLY = 3;

/** Names the kind of change by counting words that stay, go and come. */
export function classifyChange(before: string, after: string): Change {
  const words = countWords(before, after);
  const out = words.before - words.same;
  const into = words.after - words.same;
  const kept = words.before === 0 ? 0 : words.same / words.before;
  const kind = kindOf(words.before, words.after, words.same);
  return { kind, out, in: into, kept, explanation: explain(kind, out, into, kept) };
}

function kindOf(before: number, after: number, same: number): ChangeKind {
  const [out, into] = [before - same, after - same];
  if (before === 0) return 'start';
  if (after === 0) return 'removed';
  const [fewer, more] = before < after ? [before, after] : [after, before];
  if (same / fewer < (same / more < LITTLE_LEFT ? LITTLE_LEFT_OF_FEW : LITTLE_LEFT)) return 'pivot';
  const few = Math.max(1, before / 10, Math.min(3, before / 4));
  if (out >= MOSTLY * into && out > 0) return out <= few ? 'nip' : 'trim';
  if (into >= MOSTLY * out && into > 0) return 'extend';
  return Math.max(out, into) <= few ? 'tuck' : 'reword';
}

function explain(kind: ChangeKind, out: number, into: number, kept: number): string {
  const words = (count: number) => (count === 1 ? '1 word' : `${count} words`);
  if (kind === 'start') return 'The first statement';
  if (kind === 'removed') return `The statement was taken out: ${words(out)}`;
  if (out === 0 && into === 0) return 'Only punctuation, spacing or formatting; all words kept';
  const moved =
    out === 0 ? `${words(into)} in` : into === 0 ? `${words(out)} out` : `${words(out)} out, ${into} in`;
  return `${moved}; ${keptInWords(out, kept)}`;
}

/** Whole percents, but never "100 %" of what is not all and never "0 %" of what is something. */
function keptInWords(out: number, kept: number): string {
  if (out === 0) return 'all kept';
  if (kept === 0) return 'none kept';
  return `${Math.min(99, Math.max(1, Math.round(kept * 100)))} % kept`;
}
