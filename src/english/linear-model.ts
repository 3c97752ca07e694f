/**
 * Linear models over hashed features: the sum of a weight for each feature. Weights are whole numbers, so that Node and
 * every browser get the same sum.
 */

/** A feature's index in a table of 2 ** `bits` weights: FNV-1a, its high bits folded in. */
export function indexOf(feature: string, bits: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash ^= feature.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash >>>= 0;
  return (hash ^ (hash >>> 15)) & ((1 << bits) - 1);
}

/** Weights as their data file holds them. */
export interface PackedWeights {
  /** How many bits an index has. */
  readonly bits: number;
  /** How many models share the table: an index has one weight for each. */
  readonly models: number;
  /**
   * Base64 of, for each used index in order: its distance to the one before and a signed byte a model. A distance takes
   * a byte, or 255 and three bytes more.
   */
  readonly weights: string;
}

const FAR = 255;

/** Weights ready for use: those of index `i` are at `i * models`. */
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

/** The other direction: a data file's text from a table. */
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
