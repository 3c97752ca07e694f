import { FIRST_HASH, hashOn } from '../../english/linear-model';

// Hashes for sparse features, with integers only, so that Node and browsers agree.

const known = new Map<string, number>();
/** Maximum number of memoised words; a text has a few thousand different ones. */
const MAX_MEMOISED = 20_000;

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const hash = hashOn(FIRST_HASH, text);
  if (known.size >= MAX_MEMOISED) known.clear();
  known.set(text, hash);
  return hash;
}

/** Mixes two hashes, in this order. */
export function mix(one: number, two: number): number {
  let hash = Math.imul(one ^ (two >>> 15), 0x2c1b3c6d) + two;
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39);
  return hash ^ (hash >>> 16);
}
