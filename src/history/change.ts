import { countWords } from './word-diff';

/**
 * The kind of change from one statement to the next:
 * `start` the first one, `again` one after the last was removed, `trim` mostly words removed, `nip` a few words
 * removed, `extend` mostly words added, `tuck` a few words replaced, `reword` many words replaced, `pivot` few words
 * kept, `removed` no statement any more.
 */
export type ChangeKind =
  | 'start'
  | 'trim'
  | 'nip'
  | 'extend'
  | 'tuck'
  | 'reword'
  | 'pivot'
  | 'removed'
  | 'again';

/** A change with its word counts. */
export interface Change {
  readonly kind: ChangeKind;
  /** Number of removed words. */
  readonly out: number;
  /** Number of added words. */
  readonly in: number;
  /** Share of the old words that are kept, 0 to 1. */
  readonly kept: number;
  /** One plain line: `4 words out, 1 in; 80 % kept`. */
  readonly explanation: string;
}

/** Below this share of the shorter text's words in common, little more than function words is shared. */
const LITTLE_LEFT = 0.35;
/** The same for a text much longer than the other, with which it may share only function words; see `LITTLE_LEFT`. */
const LITTLE_LEFT_OF_FEW = 0.5;
/** Ratio of removed and added words from which a change is a trim or an extension. */
const MOSTLY = 3;

/** Classifies a change by counting kept, removed and added words. */
export function classifyChange(before: string, after: string): Change {
  const words = countWords(before, after);
  const out = words.before - words.same;
  const into = words.after - words.same;
  const kept = words.before === 0 ? 0 : words.same / words.before;
  const kind = kindOf(words.before, words.after, words.same);
  return { kind, out, in: into, kept, explanation: explain(kind, out, into, kept) };
}

/** The same change in a history that had a statement before: then a statement is not the first one. */
export function afterRemoval(change: Change): Change {
  if (change.kind !== 'start') return change;
  return { ...change, kind: 'again', explanation: 'A statement again, after the last one was taken out' };
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

/** Whole percents, but "100 %" only for everything and "0 %" only for nothing. */
function keptInWords(out: number, kept: number): string {
  if (out === 0) return 'all kept';
  if (kept === 0) return 'none kept';
  return `${Math.min(99, Math.max(1, Math.round(kept * 100)))} % kept`;
}
