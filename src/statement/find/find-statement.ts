import type { PlacedBlock } from '../block-record';
import type { TextPart } from '../text-part';
import type { Candidate } from './candidates';
import { wordCount } from './exclusions';
import { belowMarker } from './marker';
import { StatementSearch } from './search';

/** How the statement was found, from the most to the least certain. */
export type FoundBy = 'marker' | 'heading' | 'shape' | 'position';

/** The statement and its block; spans are relative to the block's start. */
export interface StatementPlace {
  readonly placed: PlacedBlock;
  readonly part: TextPart;
  readonly by: FoundBy;
}

/**
 * The statement of a document: the text below the writer's marker, else the one with the highest score from its
 * headings and its wording. `by` says how certain that is.
 */
export function findStatement(blocks: readonly PlacedBlock[]): StatementPlace | undefined {
  const marked = belowMarker(blocks);
  if (marked) return { ...marked, by: 'marker' };
  const walk = new StatementSearch(blocks);
  let [first] = walk.candidates;
  if (!first) return undefined;
  for (const candidate of walk.candidates) if (candidate.score > first.score) first = candidate;
  const best = belowSubtitle(first, walk.candidates[first.before + 1]) ?? first;
  // An empty section with the right name is where the writer intends to put the statement.
  if (walk.hasEmptyPurpose && best.score < SURE_SHAPE) return undefined;
  return { placed: walk.placeOf(best), part: best.analysis.extent, by: certainty(best, walk.candidates) };
}

/** Every text that could be the statement, in document order: a long one whole and reduced to its core. */
export function statementCandidates(blocks: readonly PlacedBlock[]): StatementPlace[] {
  const search = new StatementSearch(blocks);
  return search.candidates.flatMap((candidate) => {
    const texts = new Set([candidate.analysis.extent, candidate.part]);
    return [...texts].map((part) => ({ placed: search.placeOf(candidate), part, by: 'position' as const }));
  });
}

/**
 * “> Our north star” above “The harbour's mission: …” is a subtitle, so the text that calls itself the purpose is
 * chosen.
 */
function belowSubtitle({ part, analysis }: Candidate, next: Candidate | undefined): Candidate | undefined {
  const isSubtitle =
    part.kind === 'quote' &&
    analysis.shape === 0 &&
    wordCount(part.plain) <= 10 &&
    !/[.!?…。！？]["”’)]*$/u.test(part.plain);
  return isSubtitle && next?.analysis.label?.topic === 'purpose' ? next : undefined;
}

/** Most words of a text that is a statement by its wording. */
const LONGEST = 150;

/** “> Plant. Share. Repeat.” */
function isSlogan({ part, analysis }: Candidate): boolean {
  return analysis.shape === 0 && wordCount(part.plain) <= 4;
}

/** A shape that states the purpose explicitly. */
const SURE_SHAPE = 4;
function certainty(best: Candidate, all: readonly Candidate[]): FoundBy {
  const { name, analysis, isTitle } = best;
  if (analysis.label?.topic === 'purpose' || analysis.label?.topic === 'vision') return 'heading';
  // If the heading favours one text and the wording another, only the writer can decide.
  if (
    analysis.shape === 0 &&
    all.some((other) => other.analysis.shape === 4 && other.name?.topic !== 'other')
  ) {
    return 'position';
  }
  const named = name?.topic === 'purpose' || name?.topic === 'vision' ? name : undefined;
  if (named && (!isTitle || named.exact || analysis.shape >= 2))
    return best.below === 0 || analysis.shape >= 1 ? 'heading' : 'position';
  if (name?.topic === 'aim' && analysis.shape >= 2) return 'heading';
  if (name?.topic === 'other' && !isTitle && analysis.shape < 3) return 'position';
  // A page of rules is not a statement, regardless of its first line.
  if (wordCount(analysis.extent.plain) > LONGEST) return 'position';
  if (best.part.kind === 'list' || best.part.kind === 'item')
    return analysis.shape >= 3 ? 'shape' : 'position';
  // Far down in a charter, “is responsible for” is about one of many things.
  if (analysis.shape >= 3 || (analysis.shape === 2 && best.before <= 3)) return 'shape';
  if (best.part.kind === 'quote' && best.before === 0 && !best.part.callout)
    return isSlogan(best) && all.some((other) => other.analysis.shape > 0) ? 'position' : 'shape';
  const lead = best.leads || (best.below === 0 && best.before <= 1);
  if (analysis.shape === 1 && lead && all.length <= 12) return 'shape';
  return 'position';
}
