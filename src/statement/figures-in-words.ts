import { plural } from '../text/plural';

/**
 * The figures of a statement in one line: `Reading grade 6.1 · 18 words · 2 vague`. Of another language than English
 * only the length is known.
 * @param vague vague words per 100 words
 */
export function figuresInWords({
  grade,
  vague,
  words,
}: {
  readonly grade?: number | undefined;
  readonly vague?: number | undefined;
  readonly words: number;
}): string {
  const size = plural(words, 'word');
  if (grade === undefined || vague === undefined) return size;
  return `Reading grade ${grade} · ${size} · ${Math.round((vague * words) / 100)} vague`;
}
