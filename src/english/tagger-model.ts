import type { Tag } from './tag';
import data from './tagger-weights.yml';

const LETTERS: Readonly<Record<string, Tag>> = {
  n: 'noun',
  v: 'verb',
  a: 'adjective',
  r: 'adverb',
  g: 'ing',
};

type Weights = Readonly<Partial<Record<Tag, number>>>;

/** Packed until the first use. */
const known = new Map<string, string | Weights>(Object.entries(data as Readonly<Record<string, string>>));

/** The weight of a feature for each tag; `undefined` if all are zero. */
export function weightsOf(feature: string): Weights | undefined {
  const written = known.get(feature);
  if (typeof written !== 'string') return written;
  const weights = unpack(written);
  known.set(feature, weights);
  return weights;
}

/** Decodes `n3v-2`. Weights are integers, so that their sum is the same on every machine. */
function unpack(written: string): Weights {
  const weights: Partial<Record<Tag, number>> = {};
  for (const [, letter = '', weight] of written.matchAll(/([a-z])(-?\d+)/g))
    weights[LETTERS[letter] ?? 'other'] = Number(weight);
  return weights;
}
