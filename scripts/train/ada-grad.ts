/** Sparse stochastic gradient steps by AdaGrad (Duchi et al. 2011), with weight decay on the touched weights. */
export class AdaGrad {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  readonly #slopes: Float64Array;
  readonly #touched: number[] = [];
  readonly #isTouched: Uint8Array;
  /** If set, the only weights that change. */
  kept: ReadonlySet<number> | undefined;

  /**
   * @param start limits the length of the first steps
   * @param free the first of the weights without decay
   */
  constructor(
    size: number,
    readonly rate: number,
    readonly decay: number,
    readonly start: number,
    readonly free = size,
  ) {
    this.weights = new Float64Array(size);
    this.squares = new Float64Array(size);
    this.#slopes = new Float64Array(size);
    this.#isTouched = new Uint8Array(size);
  }

  /** Adds to the slope of weights; {@link step} applies it. */
  add(indices: readonly number[], slope: number): void {
    for (const index of indices) {
      if (!this.#isTouched[index]) {
        this.#isTouched[index] = 1;
        this.#slopes[index] = 0;
        this.#touched.push(index);
      }
      this.#slopes[index] = (this.#slopes[index] as number) + slope;
    }
  }

  step(): void {
    const { weights, squares } = this;
    for (const index of this.#touched) {
      this.#isTouched[index] = 0;
      if (this.kept && !this.kept.has(index)) continue;
      const weight = weights[index] as number;
      const slope = (this.#slopes[index] as number) - (index < this.free ? this.decay * weight : 0);
      const square = (squares[index] as number) + slope * slope;
      squares[index] = square;
      weights[index] = weight + (this.rate * slope) / Math.sqrt(this.start + square);
    }
    this.#touched.length = 0;
  }

  /** Importance of a weight over all examples: its magnitude, and how often examples update it. */
  strengthOf(index: number, weight: number): number {
    return Math.abs(weight) * Math.sqrt(this.squares[index] ?? 0);
  }

  /** From now on changes only some weights; the others become zero. */
  keep(indices: ReadonlySet<number>): void {
    this.kept = indices;
    for (const index of this.weights.keys()) if (!indices.has(index)) this.weights[index] = 0;
  }
}
