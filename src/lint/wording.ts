import type { TextEdit } from '../statement/text-edit';

/** `replacement` with the capitals of what it stands for: Utilize → Use, UTILIZE → USE. */
export function likeCase(original: string, replacement: string): string {
  if (!/^\p{Lu}/u.test(original)) return replacement;
  const shouted = /\p{Lu}.*\p{Lu}/u.test(original) && !/\p{Ll}/u.test(original);
  return shouted ? replacement.toUpperCase() : capital(replacement);
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Whether a word is spoken with a vowel first, as far as its letters tell. */
function startsWithVowel(word: string): boolean {
  if (/^(?:hour|honest|honou?r|heir)/i.test(word)) return true;
  return /^[aeiou]/i.test(word) && !/^(?:uni(?!n|m)|use|usu|util|eu|one(?:$|[^a-z])|once)/i.test(word);
}

/** What turns the `a` or `an` straight before an offset into the one that suits the word that will stand there. */
export function articleEdit(text: string, offset: number, word: string): TextEdit | undefined {
  const [, article] =
    /(?<![\p{L}\p{N}'’-])(an?)[ \t]+$/iu.exec(text.slice(Math.max(0, offset - 8), offset)) ?? [];
  if (article === undefined || !/^\p{L}/u.test(word)) return undefined;
  const wanted = startsWithVowel(word) ? 'an' : 'a';
  if (article.toLowerCase() === wanted) return undefined;
  const at = text.lastIndexOf(article, offset - 2);
  return { offset: at, length: article.length, text: likeCase(article, wanted) };
}
