import type { Token } from '../../english/token';
import data from './words.yml';

/** The class of things that a noun denotes, as relevant for who a statement is for; `conditions` are adjectives: "the poor". */
export type ClassName = 'people' | 'groups' | 'creatures' | 'conditions' | 'staff' | 'things' | 'places';

const classes = new Map<string, ClassName>();
for (const [name, words] of Object.entries(data as Readonly<Record<ClassName, string>>)) {
  // The first class of a word wins.
  for (const word of words.split(' ')) if (!classes.has(word)) classes.set(word, name as ClassName);
}

/**
 * The class of a token as a feature: a listed one, else derived from its ending; `-` if it is not a noun or adjective.
 */
export function classOf(token: Token | undefined): string {
  if (token?.tag !== 'noun' && token?.tag !== 'adjective' && token?.tag !== 'name') return '-';
  const listed = classes.get(token.lemma) ?? classes.get(token.lower);
  if (listed) return listed;
  if (token.tag === 'name') return 'name';
  if (!/(?:er|or|ist|ian)s?$/.test(token.lower)) return '?';
  return token.lower.endsWith('s') ? 'ers' : 'er';
}
