import { type Candidate, parseCoCreate } from './parse-cocreate';

/** A candidate of a text, and its index there. */
export interface CandidateAt {
  readonly index: number;
  readonly candidate: Candidate;
}

/**
 * A chosen candidate in a text that may have changed since, found by its words; `undefined` if it has none with these
 * words, or several and none of them at the same index.
 */
export function candidateAgain(text: string, chosen: CandidateAt): CandidateAt | undefined {
  const same = parseCoCreate(text).candidates.flatMap((candidate, index) =>
    candidate.text === chosen.candidate.text ? [{ index, candidate }] : [],
  );
  return same.find(({ index }) => index === chosen.index) ?? (same.length === 1 ? same[0] : undefined);
}
