import type { Tag } from './tag';
import data from './tagger-weights.yml';

const LETTERS: Readonly<Record<string, Tag>> = {
  n: 'noun',
  v: 'verb',
  a: 'adjective',
  r: 'adverb',
  g: 'ing',
};

type Weights = ReadonlyMap<Tag, number>;

let table: ReadonlyMap<string, Weights> | undefined;

/** How much some features speak for a tag: a sum of whole numbers, the same on every machine. */
export function scoreOf(features: readonly string[], tag: Tag): number {
  table ??= load();
  let sum = 0;
  for (const feature of features) sum += table.get(feature)?.get(tag) ?? 0;
  return sum;
}

function load(): ReadonlyMap<string, Weights> {
  return new Map(
    Object.entries(data as Readonly<Record<string, string>>).map(([key, packed]) => [key, unpack(packed)]),
  );
}

/** `n3v-2` as weights. */
function unpack(packed: string): Weights {
  return new Map(
    [...packed.matchAll(/([a-z])(-?\d+)/g)].map(([, letter = '', weight]): [Tag, number] => [
      LETTERS[letter] ?? 'other',
      Number(weight),
    ]),
  );
}
