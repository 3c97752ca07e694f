/** Runs a task once, `delay` ms after the last of several calls. */
export class Debounce {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param options `fromFirst` counts the delay from the first call, so that a steady stream of calls cannot postpone
   * the task
   */
  constructor(
    private readonly delay: number,
    private readonly task: () => void,
    private readonly options: { readonly fromFirst?: boolean } = {},
  ) {}

  schedule(): void {
    if (this.#timer !== undefined && this.options.fromFirst) return;
    this.cancel();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.task();
    }, this.delay);
  }

  /** Runs the task now if a call is waiting. */
  flush(): void {
    if (this.#timer === undefined) return;
    this.cancel();
    this.task();
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  dispose(): void {
    this.cancel();
  }
}
