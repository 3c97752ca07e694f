/**
 * The letters of the scripts in our patterns, as a part of a character class. `\p{L}` has six hundred ranges, which make
 * every pattern slow to compile.
 */
export const LETTERS = 'A-Za-zªµºÀ-ÖØ-öø-\\u036f\\u0370-\\u1fff\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af';

/** The letters and digits, for word boundaries. */
export const WORD_LETTERS = `0-9${LETTERS}`;

/**
 * The test of a pattern, which is compiled at its first use: most texts need few of them. Better for lower-case text than
 * with the flag `i`, with which a class takes ten times as long to compile.
 */
export function lazyTest(pattern: string): (text: string) => boolean {
  let compiled: RegExp | undefined;
  return (text) => {
    compiled ??= new RegExp(pattern, 'u');
    return compiled.test(text);
  };
}

/** Whether a text begins with a letter or a digit. */
export const startsWithLetter = lazyTest(`^[${WORD_LETTERS}]`);
