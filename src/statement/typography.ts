/** Typographic characters that only affect line breaks or appearance, with their plain equivalents. */
const TYPOGRAPHY: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u00AD': '',
  '\u200B': '',
  '\u2060': '',
  '\uFEFF': '',
  // Marks of direction
  '\u200E': '',
  '\u200F': '',
  '\u202A': '',
  '\u202B': '',
  '\u202C': '',
  '\u202D': '',
  '\u202E': '',
  '\u2066': '',
  '\u2067': '',
  '\u2068': '',
  '\u2069': '',
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
};
export const ANY_TYPOGRAPHY =
  /[\u2010\u2011\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFB00-\uFB06]/;
/** Joiners are removed only between Latin letters: other scripts and emoji need them. */
const JOINER = /[\u200C\u200D]/;
const isLatin = (sign: string) => /\p{Script=Latin}/u.test(sign);

/** The plain equivalent of a typographic character at an offset. */
export function letterAt(text: string, at: number): string | undefined {
  const sign = text.charAt(at);
  if (JOINER.test(sign)) {
    return isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at + 1)) ? '' : undefined;
  }
  return TYPOGRAPHY[sign];
}
