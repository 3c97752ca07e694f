/** Spans of a statement's tokens, counted over all its sentences; ends are exclusive. */
export interface Spans {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The number of tokens of the statement. */
  readonly length: number;
}

/** A span by its index, and the mean probability that a token of it is in the part. */
export interface Choice {
  readonly index: number;
  readonly coverage: number;
}

/** Spans below this share of the highest probability are not chosen: they are seldom whole phrases. */
const LIKELY = 0.3;

/** For each span, and for "none", the probability that it is a part of the statement: a softmax of scores. */
export class Distribution {
  readonly shares: Float64Array;
  /** The probability that the statement has no such part. */
  readonly absent: number;
  /** The highest probability of a span. */
  readonly top: number;

  /** @param none the score of having no such part; scores are logarithms */
  constructor(
    readonly spans: Spans,
    scores: readonly number[] | Float64Array,
    none: number,
  ) {
    // Plain loops, because a statement has a thousand spans: with `map` and `reduce` this took a tenth of a lint.
    const { length } = scores;
    let most = none;
    for (let at = 0; at < length; at += 1) most = Math.max(most, scores[at] as number);
    const absent = Math.exp(none - most);
    const shares = new Float64Array(length);
    let total = absent;
    for (let at = 0; at < length; at += 1) {
      const share = Math.exp((scores[at] as number) - most);
      shares[at] = share;
      total += share;
    }
    let top = 0;
    for (let at = 0; at < length; at += 1) {
      const share = (shares[at] as number) / total;
      shares[at] = share;
      top = Math.max(top, share);
    }
    this.shares = shares;
    this.absent = absent / total;
    this.top = top;
  }

  /**
   * The likely span that has most above `least`, summed over its tokens: each one's probability of being in the part
   * minus `least`. With half of the attainable word F1 for `least`, this is the best choice for that measure (Lipton et
   * al. 2014). `undefined` if no span has more than it costs.
   */
  choose(least: number): Choice | undefined {
    const { from, to } = this.spans;
    const covered = this.#cumulative();
    let [index, most] = [-1, 0];
    const likely = this.top * LIKELY;
    for (let at = 0; at < this.shares.length; at += 1) {
      if ((this.shares[at] as number) < likely) continue;
      const [start, end] = [from[at] as number, to[at] as number];
      const gain = (covered[end] as number) - (covered[start] as number) - least * (end - start);
      if (gain > most) [index, most] = [at, gain];
    }
    if (index < 0) return undefined;
    return { index, coverage: least + most / ((to[index] as number) - (from[index] as number)) };
  }

  /** The expected number of the part's tokens before each token. */
  #cumulative(): Float64Array {
    const { from, to, length } = this.spans;
    const turns = new Float64Array(length + 1);
    for (let at = 0; at < this.shares.length; at += 1) {
      const share = this.shares[at] as number;
      turns[from[at] as number] = (turns[from[at] as number] as number) + share;
      turns[to[at] as number] = (turns[to[at] as number] as number) - share;
    }
    let [running, total] = [0, 0];
    return turns.map((turn) => {
      const before = total;
      running += turn;
      total += running;
      return before;
    });
  }
}
