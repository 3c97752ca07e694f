/**
 * The letters and digits of the scripts in our patterns, as a character class, for word boundaries. `[\p{L}\p{M}\p{N}]`
 * has a thousand ranges, which make every pattern slow to compile.
 */
export const WORD_LETTERS =
  '0-9A-Za-zªµºÀ-ÖØ-öø-\\u036f\\u0370-\\u1fff\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af';
