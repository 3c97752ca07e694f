/**
 * Words from where `packWords` in pack-words.js put them: one a line, its first character telling how much of the word
 * before it begins with, to base 36.
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
