import { BlockRecord, type KnownRecords } from './block-record';

/**
 * The records of the blocks that were used last, for a run over many documents that share blocks: a paragraph that a
 * template put into each of them is parsed and analysed once.
 */
export class RecentRecords implements KnownRecords {
  /** In order of last use, the oldest first. */
  readonly #records = new Map<string, BlockRecord>();
  #size = 0;

  /** @param limit the most characters of blocks to keep; a block that is longer on its own is not kept */
  constructor(private readonly limit: number) {}

  get(text: string): BlockRecord {
    const known = this.#records.get(text);
    if (known) this.#records.delete(text);
    else this.#size += text.length;
    const record = known ?? new BlockRecord(text);
    this.#records.set(text, record);
    for (const oldest of this.#records.keys()) {
      if (this.#size <= this.limit) break;
      this.#records.delete(oldest);
      this.#size -= oldest.length;
    }
    return record;
  }
}
