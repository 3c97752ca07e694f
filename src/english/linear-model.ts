/**
 * Linear models over hashed features: the sum of a weight for each feature. Weights are integers, so that Node and
 * every browser compute the same sum.
 */

/** A feature's index in a table of 2 ** `bits` weights: FNV-1a with its high bits folded in. */
export function indexOf(feature: string, bits: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash ^= feature.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash >>>= 0;
  return (hash ^ (hash >>> 15)) & ((1 << bits) - 1);
}

/** Weights as stored in their data file. */
export interface PackedWeights {
  /** Number of bits of an index. */
  readonly bits: number;
  /** Number of models that share the table: each index has one weight per model. */
  readonly models: number;
  /**
   * Base64 of, for each used index in order: its distance from the previous index and one signed byte per model. A
   * distance takes one byte, or 255 and three more bytes.
   */
  readonly weights: string;
}

const FAR = 255;

/** The unpacked weights: those of index `i` start at `i * models`. */
export function unpackWeights({ bits, models, weights }: PackedWeights): Int8Array {
  const bytes = atob(weights.replace(/\s/g, ''));
  const table = new Int8Array((1 << bits) * models);
  let index = 0;
  let at = 0;
  const next = () => bytes.charCodeAt(at++);
  while (at < bytes.length) {
    const distance = next();
    index += distance < FAR ? distance : next() + (next() << 8) + (next() << 16);
    for (let model = 0; model < models; model += 1) table[index * models + model] = next();
  }
  return table;
}

/** The inverse of {@link unpackWeights}: packs a table for its data file. */
export function packWeights(table: Int8Array, bits: number, models: number): PackedWeights {
  let bytes = '';
  let last = 0;
  for (let index = 0; index < 1 << bits; index += 1) {
    const own = table.subarray(index * models, (index + 1) * models);
    if (own.every((weight) => weight === 0)) continue;
    const distance = index - last;
    const far = [FAR, distance & 255, (distance >> 8) & 255, distance >> 16];
    bytes += String.fromCharCode(
      ...(distance < FAR ? [distance] : far),
      ...[...own].map((weight) => weight & 255),
    );
    last = index;
  }
  return { bits, models, weights: btoa(bytes) };
}
