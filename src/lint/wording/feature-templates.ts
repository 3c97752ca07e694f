import { hashOf, mix } from './hash';

/** The inputs of a token's features: each has a name and a slot in one array. */
const slots = new Map<string, number>();

/**
 * A value of the surrounding tokens, up to `reach` on either side: `w-1`, `w`, `w+1`; returns the slot of the token
 * itself.
 */
function around(name: string, reach: number): number {
  for (let by = -reach; by <= reach; by += 1) {
    slots.set(by === 0 ? name : `${name}${by > 0 ? '+' : ''}${by}`, slots.size);
  }
  return slots.size - 1 - reach;
}

/** Words, stems, endings, tags, marks, how concrete a word is, and rules of the word lists. */
export const [W, S, E, T, R, C, L] = [
  around('w', 3),
  around('s', 2),
  around('e', 1),
  around('t', 2),
  around('r', 2),
  around('c', 1),
  around('l', 2),
];

/** The other values, in the order of {@link OTHERS}. */
const NAMES =
  'one end2 end4 type pair pair-1 topic place entry w> t> t< figure name apart row l<row l>row r<row r>row quarter ' +
  'length edge long fog foggy going';
export const OTHERS = slots.size;
for (const name of NAMES.split(' ')) slots.set(name, slots.size);

/** The number of values per token. */
export const SLOTS = slots.size;

/** Compiled feature templates: for each the number of its values, then their slots. */
export interface Templates {
  readonly seeds: Int32Array;
  readonly program: Uint8Array;
}

/**
 * Compiles templates: features separated by bars, each with the names of its values. The order determines their hashes.
 */
function compile(written: string, start: number): Templates {
  const features = written.split('|').map((feature) =>
    feature
      .trim()
      .split(/\s+/)
      .map((name) => {
        const slot = slots.get(name);
        if (slot === undefined) throw new Error(`No value of a token is called ${name}`);
        return slot;
      }),
  );
  return {
    seeds: Int32Array.from(features, (_, index) => Math.imul(index + 1, 0x9e3779b1) ^ start),
    program: Uint8Array.from(features.flatMap((slotsOf) => [slotsOf.length, ...slotsOf])),
  };
}

const WORDS = `one | w | s | e | end4 | end2 t | w-1 | w+1 | w-2 | w+2 | w-3 | w+3 | s-1 s | s s+1 | s-1 s s+1 |
  w-2 w-1 s | s w+1 w+2 | w-1 w+1 | s-2 s | s s+2 | e-1 e | e e+1`;

const PARTS_OF_SPEECH = `t | t-1 | t+1 | t-1 t | t t+1 | t-1 t t+1 | t-2 t-1 t | t t+1 t+2 | t-2 t-1 t t+1 t+2 |
  s t | s t-1 | s t+1 | s-1 t | s+1 t | w-1 t t+1 | s t-1 t+1`;

/** How readers rate the words by themselves. */
const RATINGS = `r | r t | r-1 | r+1 | r+2 | r-2 | r-1 r | r r+1 | r-1 r r+1 | r t+1 | r t-1 | r w-1 | r w+1 | type c |
  c+1 t | c+1 r | c-1 r | pair r | pair-1 r`;

const WORD_LISTS = `topic place | l place | l t t+1 | l r | entry | entry w> | entry t> | entry t< | topic t> |
  topic w> | topic t< | l-1 l | l l+1 | l-1 | l+1 | l+2 | l-2 | l figure | l name | apart`;

/** “A, b and c”. */
const ROWS = 'row t | row r | row l<row l>row | row r<row r>row';

/** The position in the sentence, and properties of the whole text. */
const PLACE = `quarter length | r length | edge t | long | long r | long l | long topic | fog r | fog l | foggy r`;

/** The features of a token. */
export const STATE = compile([WORDS, PARTS_OF_SPEECH, RATINGS, WORD_LISTS, ROWS, PLACE].join(' | '), 0);

/** The features of the transition from the previous token. */
export const STEP = compile(
  'one | t-1 t | w | w-1 | w-1 w | t | t-1 | going | going t-1 t | r-1 r | t-1 t t+1',
  hashOf('<step>'),
);

/** Number of bits of a hash. */
export const BITS = 18;
const MASK = (1 << BITS) - 1;

/**
 * The sum of the weights of a token's features. A loop over small integers, because this is the hottest path of a lint.
 */
export function weigh(weights: Int16Array, { seeds, program }: Templates, values: Int32Array): number {
  let total = 0;
  let at = 0;
  for (let index = 0; index < seeds.length; index += 1) {
    let hash = seeds[index] as number;
    const end = at + 1 + (program[at] as number);
    for (at += 1; at < end; at += 1) hash = mix(hash, values[program[at] as number] as number);
    total += weights[hash & MASK] as number;
  }
  return total;
}

/** The indices in the table of weights that {@link weigh} adds up. */
export function placesOf({ seeds, program }: Templates, values: Int32Array): Int32Array {
  let at = 0;
  return seeds.map((seed) => {
    const own = program.subarray(at + 1, at + 1 + (program[at] as number));
    at += 1 + own.length;
    return own.reduce((hash, slot) => mix(hash, values[slot] as number), seed) & MASK;
  });
}
