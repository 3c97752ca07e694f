import { WORD_LETTERS } from '../../text/letters';
import type { TextEdit } from '../../text/text-edit';

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

const ARTICLE = new RegExp(
  `(?<![${WORD_LETTERS}'’-])([Aa][Nn]?)(?:[ \\t]+|[ \\t]*(?:\\r\\n|\\r|\\n)[ \\t>]*)$`,
  'u',
);

/**
 * The edit that corrects the `a` or `an` before an offset, on this line or the previous one, for the following word.
 */
export function articleEdit(text: string, offset: number, word: string): TextEdit | undefined {
  const before = text.slice(Math.max(0, offset - 40), offset);
  const found = ARTICLE.exec(before);
  const [, article] = found ?? [];
  if (!found || article === undefined || !/^\p{L}/u.test(word)) return undefined;
  const wanted = startsWithVowel(word) ? 'an' : 'a';
  if (article.toLowerCase() === wanted) return undefined;
  // "A" may be one capital or all capitals; the next word decides.
  const isShouted = /\p{Lu}{2}/u.test(word) && !/\p{Ll}/u.test(word) && article === 'A';
  const cased = isShouted ? wanted.toUpperCase() : likeCase(article, wanted);
  return { offset: offset - before.length + found.index, length: article.length, text: cased };
}
