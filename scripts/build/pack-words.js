// Prefix-compressed word lists take half the space: the lists of libraries are a tenth of the bytes that a browser
// downloads.

const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const UNPACK = join(__dirname, 'unpack-words.mjs');
/** Libraries that are only word lists, or tables from words to short texts. */
const LISTS = /[\\/]node_modules[\\/](?:character-entities|dale-chall|spache)[\\/]index\.js$/;

/** @param {readonly string[]} words */
function packWords(words) {
  let before = '';
  const lines = words.map((word) => {
    let shared = 0;
    while (shared < 35 && shared < word.length && word[shared] === before[shared]) shared++;
    before = word;
    return shared.toString(36) + word.slice(shared);
  });
  return lines.join('\n');
}

/** @param {readonly string[]} list */
const unpacked = (list) => `unpackWords(${JSON.stringify(packWords(list))})`;

/** The source of a list or a table; any other export of a library is an error. */
function sourceOf(/** @type {unknown} */ value) {
  if (Array.isArray(value)) return unpacked(value);
  const [keys, values] = [Object.keys(value), Object.values(value)];
  // A space separates the values, since no value contains one.
  return `(() => {
    const values = ${JSON.stringify(values.join(' '))}.split(' ');
    return Object.fromEntries(${unpacked(keys)}.map((key, index) => [key, values[index]]));
  })()`;
}

/** @type {import('esbuild').Plugin} */
const packedWords = {
  name: 'packed-words',
  setup(build) {
    build.onLoad({ filter: LISTS }, async ({ path }) => {
      const lists = Object.entries(await import(pathToFileURL(path).href));
      return {
        contents: [
          `import { unpackWords } from ${JSON.stringify(UNPACK)};`,
          ...lists.map(([name, value]) => `export const ${name} = /* @__PURE__ */ ${sourceOf(value)};`),
        ].join('\n'),
      };
    });
  },
};

module.exports = { packedWords };
