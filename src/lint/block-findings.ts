import { type PlacedBlock, rangeIn } from '../statement/block-record';
import type { Span } from '../statement/position';
import type { Finding, Related } from './finding';
import type { BlockFinding } from './finding-content';

/** The findings of one block of a document. */
export class BlockFindings {
  #related: readonly (readonly Related[])[] | undefined;
  #findings: readonly Finding[] | undefined;

  constructor(
    readonly placed: PlacedBlock,
    /**
     * The findings without positions, in order. The array is the same as in the last result if its content is, so that
     * a caller need not show it again.
     */
    readonly found: readonly BlockFinding[],
    readonly relate: (finding: BlockFinding) => readonly Related[],
  ) {}

  /** Whether the block overlaps or touches one of some ranges of the file. */
  touchesAny(stretches: readonly Span[]): boolean {
    const { offset, text } = this.placed;
    return stretches.some(({ start, end }) => offset <= end && offset + text.length >= start);
  }

  /** The related places of each finding. */
  get related(): readonly (readonly Related[])[] {
    this.#related ??= this.found.map(this.relate);
    return this.#related;
  }

  /** The findings with their positions in the file. */
  get findings(): readonly Finding[] {
    this.#findings ??= this.found.map((finding, index) => {
      const related = this.related[index] ?? [];
      const placed = { ...finding.content, ...rangeIn(this.placed, finding) };
      return related.length > 0 ? { ...placed, related } : placed;
    });
    return this.#findings;
  }
}
