/**
 * Decodes the output of `packWords` in pack-words.js: one word a line; its first character, in base 36, is the length
 * of the prefix shared with the previous word.
 * @param {string} packed
 * @returns {string[]}
 */
export function unpackWords(packed) {
  let word = '';
  return packed.split('\n').map((line) => {
    word = word.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1);
    return word;
  });
}
