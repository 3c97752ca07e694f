/**
 * Linear models over hashed features: the sum of a weight for each feature. Weights are integers, so that Node and
 * every browser compute the same sum.
 */

/** A feature's index in a table of 2 ** `bits` weights: FNV-1a with its high bits folded in. */
export function indexOf(feature: string, bits: number): number {
  return indexOfHash(hashOn(FIRST_HASH, feature), bits);
}

/** The hash of an empty text. */
export const FIRST_HASH = 0x811c9dc5;

/** Continues the hash of a text with more text, so that features with a common beginning share its hash. */
export function hashOn(before: number, text: string): number {
  let hash = before;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The index of a feature with this hash. */
export function indexOfHash(hash: number, bits: number): number {
  const positive = hash >>> 0;
  return (positive ^ (positive >>> 15)) & ((1 << bits) - 1);
}

/** Weights as stored in their data file. */
export interface PackedWeights {
  /** Number of bits of an index. */
  readonly bits: number;
  /** Number of models that share the table: each index has one weight per model. */
  readonly models: number;
  /**
   * For each used index in order: its distance from the previous index, and its weight in each model with the sign in
   * the lowest bit. One character is one number below 90; a larger one is an escape character and three digits to the
   * base 90. Characters compress better than base64, which mixes the bits of neighbours. White space is ignored.
   */
  readonly weights: string;
}

const BASE = 90;
const FIRST_LETTER = '#'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

/** The digit of each character code. */
const DIGITS = Uint8Array.from(
  { length: 128 },
  (_, code) => code - FIRST_LETTER - (code > BACKSLASH ? 1 : 0),
);

/** The unpacked weights: those of index `i` start at `i * models`. */
export function unpackWeights({ bits, models, weights }: PackedWeights): Int8Array {
  const table = new Int8Array((1 << bits) * models);
  // One plain loop over bytes: it runs on each start of the command, before any of it is compiled.
  const codes = new TextEncoder().encode(weights.replace(/\s+/g, ''));
  const { length } = codes;
  let [index, model] = [0, models];
  for (let at = 0; at < length; at += 1) {
    let number = DIGITS[codes[at] as number] as number;
    if (number === BASE) {
      number = 0;
      for (const end = at + 3; at < end; ) number = number * BASE + (DIGITS[codes[++at] as number] as number);
    }
    if (model === models) {
      index += number;
      model = 0;
    } else {
      table[index * models + model] = number & 1 ? -((number + 1) >> 1) : number >> 1;
      model += 1;
    }
  }
  return table;
}

/** The inverse of {@link unpackWeights}: packs a table for its data file. */
export function packWeights(table: Int8Array, bits: number, models: number): PackedWeights {
  const numbers: number[] = [];
  let last = 0;
  for (let index = 0; index < 1 << bits; index += 1) {
    const own = table.subarray(index * models, (index + 1) * models);
    if (own.every((weight) => weight === 0)) continue;
    numbers.push(index - last, ...[...own].map((weight) => (weight < 0 ? -2 * weight - 1 : 2 * weight)));
    last = index;
  }
  const digits = numbers.flatMap((number) =>
    number < BASE
      ? [number]
      : [BASE, Math.floor(number / BASE ** 2), Math.floor(number / BASE) % BASE, number % BASE],
  );
  return { bits, models, weights: digits.map(letterOf).join('') };
}

/** Printable ASCII without quotation mark and backslash, which JSON would escape. */
function letterOf(digit: number): string {
  const code = FIRST_LETTER + digit;
  return String.fromCharCode(code < BACKSLASH ? code : code + 1);
}
