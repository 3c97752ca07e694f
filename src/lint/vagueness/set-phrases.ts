import type { Match } from './match';
import data from './set-phrases.yml';

const ANY_SET_PHRASE = new RegExp(`(?<![^ ])(?:${(data as readonly string[]).join('|')})(?![^ ])`, 'g');

/** How many tokens a set phrase may extend beyond the match. */
const REACH = 5;

/** Whether a match is part of a set phrase: "need" in "times of need", "top" in "on top of". */
export function isInSetPhrase({ sentence: { tokens }, entry, from, to }: Match): boolean {
  const words = (start: number, end: number) =>
    tokens
      .slice(Math.max(0, start), Math.max(0, end))
      .map(({ lower }) => `${lower} `)
      .join('');
  const before = words(from - REACH, from);
  const marked = words(from, to + 1);
  const text = `${before}${marked}${words(to + 1, to + 1 + REACH)}`;
  for (const { index, 0: phrase } of text.matchAll(ANY_SET_PHRASE)) {
    const within = index <= before.length && index + phrase.length >= before.length + marked.length - 1;
    // The word lists may contain a complete set phrase: "from time to time".
    if (within && (phrase.length > marked.length - 1 || !entry.written.includes(' '))) return true;
  }
  return false;
}
