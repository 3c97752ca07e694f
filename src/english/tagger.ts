import { isCapital, isTitle } from './names';
import { closedTag, readingsOf, type TagReading } from './readings';
import type { Tag } from './tag';
import { weightsOf } from './tagger-model';
import type { Piece } from './token';

/**
 * Tags the pieces of a sentence, left to right. For a word with several readings, a small linear model chooses by its
 * neighbours.
 */
export function tagged(pieces: readonly Piece[]): readonly TagReading[] {
  const title = isTitle(pieces);
  const done: TagReading[] = [];
  for (const index of pieces.keys()) done.push(readingAt(pieces, index, title, done));
  return done;
}

function readingAt(
  pieces: readonly Piece[],
  index: number,
  title: boolean,
  done: readonly TagReading[],
): TagReading {
  const { kind, text, lower } = pieces[index] as Piece;
  if (kind === 'number') return { tag: 'number', lemma: lower };
  if (kind !== 'word') return { tag: lower === '&' ? 'conjunction' : 'other', lemma: lower };
  const closed = closedTag(lower) !== undefined;
  if (!closed && !title && isCapital(text) && !startsClause(pieces, index))
    return { tag: 'name', lemma: lower };
  const readings = readingsOf(lower);
  const [first, second] = readings;
  if (!first) return { tag: 'noun', lemma: lower };
  if (!second)
    return first.tag === 'noun' && isAfterSubject(pieces, index) ? { ...first, tag: 'verb' } : first;
  return likeliest(possible(readings, pieces, index, done), featuresAt(pieces, index, done));
}

function likeliest(readings: readonly TagReading[], features: readonly string[]): TagReading {
  // Plain loops: this is one of the hottest paths of a lint.
  const scores = new Array<number>(readings.length).fill(0);
  for (const feature of features) {
    const weights = weightsOf(feature);
    if (!weights) continue;
    for (let at = 0; at < readings.length; at += 1) {
      scores[at] = (scores[at] as number) + (weights[(readings[at] as TagReading).tag] ?? 0);
    }
  }
  let best = 0;
  for (let at = 1; at < scores.length; at += 1) {
    if ((scores[at] as number) > (scores[best] as number)) best = at;
  }
  return readings[best] as TagReading;
}

/** Grammar without exceptions: no verb after "the" or "of", but one after a "To" that opens the sentence. */
function possible(
  readings: readonly TagReading[],
  pieces: readonly Piece[],
  index: number,
  done: readonly TagReading[],
): readonly TagReading[] {
  const last = done[index - 1]?.tag;
  // "Inspire and challenge": the word directly after a verb and "and" is also a verb.
  const inRow = last === 'conjunction' && done[index - 2]?.tag === 'verb';
  const opens = last === 'modal' || inRow || (last === 'to' && index === 1);
  if (!opens && !(last && forbidsVerb(last, pieces, index))) return readings;
  const left = readings.filter(({ tag }) => (tag === 'verb') === opens);
  return left.length > 0 ? left : readings;
}

function forbidsVerb(last: Tag, pieces: readonly Piece[], index: number): boolean {
  if (last === 'possessive' || last === 'preposition') return true;
  // "Meet needs": a verb in the third person does not follow another verb.
  if (last === 'verb' && /[^s]s$/.test(pieces[index]?.lower ?? '')) return true;
  return /^(?:the|an?|each|every|no)$/.test(pieces[index - 1]?.lower ?? '');
}

const SUBJECTS: ReadonlySet<string> = new Set(['we', 'they', 'i', 'you', 'he', 'she', 'who', 'to']);

/**
 * Detects a verb that is in no list: the word directly after "we" or "to", unless it looks like a plural after "to".
 */
function isAfterSubject(pieces: readonly Piece[], index: number): boolean {
  const before = pieces[index - 1]?.lower ?? '';
  if (closedTag(before) === 'modal') return true;
  return SUBJECTS.has(before) && !(before === 'to' && /[^s]s$/.test(pieces[index]?.lower ?? ''));
}

/**
 * Whether a capital is due to the position: the first word, or the first after a bullet, a colon or an opening quote.
 */
function startsClause(pieces: readonly Piece[], index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const { kind, text } = pieces[at] as Piece;
    if (kind === 'word' || kind === 'number' || kind === 'source')
      return /[:•*–—-]/.test(pieces[index - 1]?.text ?? '') && pieces[index - 1]?.kind === 'punctuation';
    if (text === ')' || text === ',') return false;
  }
  return true;
}

/** The features of a token: its own readings, the previous two tags, and the next two words. */
function featuresAt(pieces: readonly Piece[], index: number, done: readonly TagReading[]): readonly string[] {
  const { lower } = pieces[index] as Piece;
  const own = signature(lower);
  const [one, two] = [tagBefore(done, index, 1), tagBefore(done, index, 2)];
  const [next, after] = [ahead(pieces[index + 1]), ahead(pieces[index + 2])];
  const before = pieces[index - 1];
  const beforeWord = before ? ahead(before) : '^';
  return [
    `s${own}`,
    `w${lower}`,
    `p${one}`,
    `q${two},${one}`,
    `b${beforeWord}`,
    `n${next}`,
    `m${next},${after}`,
    `x${own},${one}`,
    `y${own},${next}`,
    `z${one},${next}`,
    `e${lower.slice(-3)}`,
  ];
}

function tagBefore(done: readonly TagReading[], index: number, distance: number): string {
  return done[index - distance]?.tag.slice(0, 4) ?? '^';
}

/** A closed-class word or a punctuation mark itself; for other words their readings. */
function ahead(piece: Piece | undefined): string {
  if (!piece) return '$';
  if (piece.kind === 'number') return '#';
  if (piece.kind !== 'word' || closedTag(piece.lower)) return piece.lower.slice(0, 9);
  return signature(piece.lower);
}

const signatures = new WeakMap<readonly TagReading[], string>();

/** The readings of a word in order, and its inflectional ending. Memoised with the readings. */
function signature(lower: string): string {
  const readings = readingsOf(lower);
  const before = signatures.get(readings);
  if (before !== undefined) return before;
  const ending = /(?:ing|ed|s)$/.exec(lower)?.[0] ?? '';
  const written = `${readings.map(({ tag }) => tag.slice(0, 3)).join('')}-${ending}`;
  signatures.set(readings, written);
  return written;
}
