/**
 * The letters and marks of all living scripts without surrogate pairs, and ligatures such as “ﬁ”, as a part of a character
 * class. `\p{L}` has six hundred ranges, which make every pattern slow to compile.
 */
export const LETTERS =
  'A-Za-zªµºÀ-ÖØ-öø-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3031-\\u318f\\u31a0-\\u9fff\\ua000-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefc\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';

/** The letters and digits, for word boundaries. */
export const WORD_LETTERS = `0-9${LETTERS}`;

/**
 * The test of a pattern, which is compiled at its first use: most texts need few of them. Better for lower-case text than
 * with the flag `i`, with which a class takes ten times as long to compile.
 */
export function lazyTest(pattern: string | (() => string)): (text: string) => boolean {
  let compiled: RegExp | undefined;
  return (text) => {
    compiled ??= new RegExp(typeof pattern === 'string' ? pattern : pattern(), 'u');
    return compiled.test(text);
  };
}

/** Whether a text begins with a letter or a digit. */
export const startsWithLetter = lazyTest(`^[${WORD_LETTERS}]`);
