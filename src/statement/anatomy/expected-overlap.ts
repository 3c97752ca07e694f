import type { Sentence } from '../../english/sentences';

/** A stretch that is taken for a part, and how likely it is that the statement has no such part at all. */
export interface Guess {
  readonly sentence: Sentence;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** From 0 to 1. */
  readonly absent: number;
}

/** Less likely stretches than this share of the likeliest are not chosen: they are seldom whole phrases. */
const LIKELY = 0.3;

/**
 * Chooses among stretches of a statement. Where the model wavers between a short and a long one, the likeliest may share
 * few words with all others: of the likely ones that is taken whose expected overlap (Dice) with the part is greatest.
 */
export class Search {
  readonly #sentences: Sentence[] = [];
  /** Of each stretch its score, its first token and the one after its last, counted over all sentences. */
  readonly #scores: number[] = [];
  readonly #froms: number[] = [];
  readonly #tos: number[] = [];
  #length = 0;
  #most: number;

  /** @param none the score of having no such part; scores are logarithms */
  constructor(readonly none: number) {
    this.#most = none;
  }

  /** Adds a stretch of the last sentence or of a new one. */
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

  /** The stretch chosen; `undefined` where none was added. */
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

  /** Up to each place, how many words of the part are to be expected. */
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
    throw new Error('A stretch lies beyond the statement');
  }
}
