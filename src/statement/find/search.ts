import type { PlacedBlock } from '../block-record';
import type { Block } from '../markdown';
import { BlockWalk, type Candidate } from './candidates';
import { isSeenAlike, NOTHING_SEEN, type Seen } from './search-state';

/** The walk through a block, and what was seen before and after it. */
interface Walked {
  readonly before: Seen;
  readonly candidates: readonly Candidate[];
  readonly after: Seen;
}

/** The last walk through each block: the versions of a file share the blocks that are the same. */
const walks = new WeakMap<Block, Walked>();

function walk(block: Block, before: Seen): Walked {
  const last = walks.get(block);
  if (last && isSeenAlike(last.before, before)) return last;
  const { candidates, seen } = new BlockWalk(before, block.parts);
  const walked = { before, candidates, after: seen };
  walks.set(block, walked);
  return walked;
}

/**
 * The candidates of a document, in its order. A block is walked through again only if it is new, or if something else
 * than last time was seen before it.
 */
export class StatementSearch {
  readonly candidates: Candidate[] = [];
  readonly hasEmptyPurpose: boolean;
  readonly #places: PlacedBlock[] = [];

  constructor(blocks: readonly PlacedBlock[]) {
    let seen = NOTHING_SEEN;
    for (const placed of blocks) {
      const { candidates, after } = walk(placed.block, seen);
      for (const candidate of candidates) {
        this.candidates.push(candidate);
        this.#places.push(placed);
      }
      seen = after;
    }
    this.hasEmptyPurpose = new BlockWalk(seen, []).endsWithEmptyPurpose();
  }

  /** The block of a candidate. */
  placeOf({ before }: Candidate): PlacedBlock {
    return this.#places[before] as PlacedBlock;
  }
}
