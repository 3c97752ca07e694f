import type { Sentence } from '../../english/sentences';

/** The chosen span for a part, and the probability that the statement has no such part. */
export interface Guess {
  readonly sentence: Sentence;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** From 0 to 1. */
  readonly absent: number;
}

/** Spans below this share of the highest probability are not chosen: they are seldom whole phrases. */
const LIKELY = 0.3;

/**
 * Chooses a span of a statement. If the model wavers between a short and a long one, the likeliest may share few words
 * with all others; so among the likely ones this chooses the span with the greatest expected overlap (Dice) with the
 * part.
 */
export class Search {
  readonly #sentences: Sentence[] = [];
  /** For each span its score, its first token and the one after its last, counted over all sentences. */
  readonly #scores: number[] = [];
  readonly #froms: number[] = [];
  readonly #tos: number[] = [];
  #length = 0;
  #most: number;

  /** @param none the score of having no such part; scores are logarithms */
  constructor(readonly none: number) {
    this.#most = none;
  }

  /** Adds a span of the last sentence or of a new one. */
  add(score: number, sentence: Sentence, from: number, to: number): void {
    if (this.#sentences.at(-1) !== sentence) {
      this.#length += this.#sentences.at(-1)?.tokens.length ?? 0;
      this.#sentences.push(sentence);
    }
    this.#scores.push(score);
    this.#froms.push(this.#length + from);
    this.#tos.push(this.#length + to);
    if (score > this.#most) this.#most = score;
  }

  /** The chosen span; `undefined` if none was added. */
  guess(): Guess | undefined {
    const none = Math.exp(this.none - this.#most);
    const shares = Float64Array.from(this.#scores, (score) => Math.exp(score - this.#most));
    const [sum, top] = [shares.reduce((all, share) => all + share, none), Math.max(0, ...shares)];
    const expected = this.#expected(shares, sum);
    const all = expected.at(-1) as number;
    let [best, most] = [-1, -1];
    for (const [index, share] of shares.entries()) {
      if (share < top * LIKELY) continue;
      const [from, to] = [this.#froms[index] as number, this.#tos[index] as number];
      const overlap = ((expected[to] as number) - (expected[from] as number)) / (to - from + all);
      if (overlap > most) [best, most] = [index, overlap];
    }
    return best < 0 ? undefined : { ...this.#stretch(best), absent: none / sum };
  }

  /** Cumulative sum of the expected number of the part's words up to each token. */
  #expected(shares: Float64Array, sum: number): Float64Array {
    const turns = new Float64Array(this.#length + (this.#sentences.at(-1)?.tokens.length ?? 0) + 1);
    for (const [index, share] of shares.entries()) {
      const [from, to] = [this.#froms[index] as number, this.#tos[index] as number];
      turns[from] = (turns[from] as number) + share / sum;
      turns[to] = (turns[to] as number) - share / sum;
    }
    let [running, total] = [0, 0];
    return turns.map((turn) => {
      const before = total;
      running += turn;
      total += running;
      return before;
    });
  }

  #stretch(index: number): Omit<Guess, 'absent'> {
    let [from, to] = [this.#froms[index] as number, this.#tos[index] as number];
    for (const sentence of this.#sentences) {
      const { length } = sentence.tokens;
      if (from < length) return { sentence, from, to };
      from -= length;
      to -= length;
    }
    throw new Error('A span is beyond the statement');
  }
}
