import type { Token } from '../../english/sentences';
import type { Distribution } from './distribution';
import { sizeOf, tag, word } from './features';

/** A first guess at a part, and how sure it is, as a small number. Without a span, `to` is 0. */
export interface FirstGuess {
  readonly from: number;
  readonly to: number;
  readonly sure: number;
}

/** Minimum probability of the tokens of a first guess. */
const LEAST = 0.37;

/** The first guess from the first distribution of a part. */
export function firstGuessOf(distribution: Distribution): FirstGuess {
  const { spans, absent } = distribution;
  const choice = distribution.choose(LEAST);
  if (!choice) return { from: 0, to: 0, sure: Number(absent < 0.85) };
  const { index, coverage } = choice;
  const sure = Number(coverage > 0.5) + Number(coverage > 0.75);
  return { from: spans.from[index] as number, to: spans.to[index] as number, sure };
}

/**
 * Features of a span as a part, given the first guesses at the other parts: "children to swim" is less often what is
 * done if "children" is who. Positions count over all sentences.
 */
export function relationFeatures(
  tokens: readonly Token[],
  from: number,
  to: number,
  part: number,
  guesses: readonly FirstGuess[],
): readonly string[] {
  return guesses.flatMap((guess, other) => {
    if (other === part) return [];
    const pair = `${part}${other}`;
    if (guess.to === 0) return [pair + guess.sure];
    const [start, end] = [placeOf(from, guess), placeOf(to, guess)];
    const first = tag(tokens, from);
    return [
      `a${start}${end}${guess.sure}`,
      `b${start}${first}`,
      `c${end}${word(tokens, to)}`,
      `d${start}${word(tokens, from - 1)}`,
      `e${start}${end}${first}`,
      `f${start}${end}${sizeOf(to - from)}`,
    ].map((feature) => pair + feature);
  });
}

/** A boundary's place relative to a span. The token before or after it, often a preposition, is a class of its own. */
function placeOf(at: number, { from, to }: FirstGuess): number {
  return [from - 1, from, from + 1, to, to + 1, to + 2].filter((bound) => at >= bound).length;
}
