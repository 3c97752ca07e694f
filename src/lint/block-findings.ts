import { type PlacedBlock, rangeIn } from '../statement/block-record';
import type { Span } from '../statement/position';
import type { BlockFinding } from './analyse';
import type { Finding, Related } from './finding';

/** What was found in one block of a document. */
export class BlockFindings {
  #related: readonly (readonly Related[])[] | undefined;
  #findings: readonly Finding[] | undefined;

  constructor(
    readonly placed: PlacedBlock,
    /**
     * The findings without their places, in order. It is the same array as in the last result as long as it holds the
     * same: a caller that has shown it at the same line need not do so again.
     */
    readonly found: readonly BlockFinding[],
    readonly relate: (finding: BlockFinding) => readonly Related[],
  ) {}

  /** Whether the block shares a character or an end with one of some stretches of the file. */
  touchesAny(stretches: readonly Span[]): boolean {
    const { offset, text } = this.placed;
    return stretches.some(({ start, end }) => offset <= end && offset + text.length >= start);
  }

  /** The related places of each of the findings. */
  get related(): readonly (readonly Related[])[] {
    this.#related ??= this.found.map(this.relate);
    return this.#related;
  }

  /** The findings at their places in the file. */
  get findings(): readonly Finding[] {
    this.#findings ??= this.found.map((finding, index) => {
      const related = this.related[index] ?? [];
      const placed = { ...finding.content, ...rangeIn(this.placed, finding) };
      return related.length > 0 ? { ...placed, related } : placed;
    });
    return this.#findings;
  }
}
