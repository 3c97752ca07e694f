import type { TextEdit } from '../../text/text-edit';
import type { Place } from './place';

/** `replacement` with the capitalisation of the original: Utilize → Use, UTILIZE → USE. */
export function likeCase(original: string, replacement: string): string {
  if (!/^\p{Lu}/u.test(original)) return replacement;
  const shouted = /\p{Lu}.*\p{Lu}/u.test(original) && !/\p{Ll}/u.test(original);
  return shouted ? replacement.toUpperCase() : capital(replacement);
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Whether a word begins with a vowel sound, judging by its spelling. */
function startsWithVowel(word: string): boolean {
  if (/^(?:hour|honest|honou?r|heir)/i.test(word)) return true;
  return /^[aeiou]/i.test(word) && !/^(?:uni(?!n|m)|use|usu|util|eu|one(?:$|[^a-z])|once)/i.test(word);
}

/** The edit that corrects the `a` or `an` before a finding for the word that will follow it. */
export function articleEdit({ text, tokens, from }: Place, word: string): TextEdit | undefined {
  const article = tokens[from - 1];
  if (!article || !/^an?$/.test(article.lower) || !/^\p{L}/u.test(word)) return undefined;
  const wanted = startsWithVowel(word) ? 'an' : 'a';
  if (article.lower === wanted) return undefined;
  const marked = text.charAt(tokens[from]?.start ?? 0);
  // "Plan A utilized": a letter, and no article.
  if (article.text === 'A' && from > 1 && /\p{Ll}/u.test(marked)) return undefined;
  // "A" may be one capital or all capitals; the next word decides.
  const isShouted = /\p{Lu}{2}/u.test(word) && !/\p{Ll}/u.test(word) && article.text === 'A';
  const cased = isShouted ? wanted.toUpperCase() : likeCase(article.text, wanted);
  return { offset: article.start, length: article.end - article.start, text: cased };
}
