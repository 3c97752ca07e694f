/** The records that changed on disk since they were read. */
export class TouchedRecords {
  readonly #paths = new Set<string>();

  add(path: string): void {
    this.#paths.add(path);
  }

  /**
   * Reads the changed records. One that changes again meanwhile is read again next time, as are all of them if reading
   * fails.
   */
  async read<T>(reading: (paths: readonly string[]) => Promise<T>): Promise<T> {
    const paths = [...this.#paths];
    this.#paths.clear();
    try {
      return await reading(paths);
    } catch (error) {
      for (const path of paths) this.#paths.add(path);
      throw error;
    }
  }
}
