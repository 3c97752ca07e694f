import data from './words.yml';

type FixClass =
  | 'praise'
  | 'force'
  | 'trying'
  | 'willing'
  | 'devoted'
  | 'empty'
  | 'broad'
  | 'bland'
  | 'recipient'
  | 'deed'
  | 'spread'
  | 'doubled'
  | 'mannered'
  | 'echoed';

// The build checks that each class has a text.
const classes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(data as Readonly<Record<FixClass, string>>).map(([name, words]) => [
    name,
    new Set(words.split(' ')),
  ]),
);

/** Whether a word, or a phrase with hyphens or spaces, belongs to a class. */
export function isOf(fixClass: FixClass, words: string): boolean {
  return classes.get(fixClass)?.has(words.toLowerCase().replace(/\s+/g, '-')) ?? false;
}
