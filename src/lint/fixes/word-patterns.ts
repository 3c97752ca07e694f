import data from './word-patterns.yml';

/** A regular expression of `word-patterns.yml` for one lower-case word. */
export function wordPattern(name: string): RegExp {
  return new RegExp((data as Readonly<Record<string, string>>)[name] ?? '(?!)');
}
