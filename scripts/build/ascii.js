// esbuild escapes what is not ASCII in texts, but not in patterns. One such sign in a file, and Node decodes the file
// slowly and holds two bytes for each of its characters.

const { readFileSync, writeFileSync } = require('node:fs');

/**
 * A minified script with each sign that is not ASCII as `\uXXXX`, which means the same in patterns, texts and names.
 * @param {string} script
 */
function asciiOf(script) {
  const [escaped] = /.{0,40}\\[^\0-\x7f]/.exec(script) ?? [];
  // The backslash would escape the one of `\uXXXX`.
  if (escaped) throw new Error(`Write this without a backslash before the last character: ${escaped}`);
  return script.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** @type {import('esbuild').Plugin} */
const ascii = {
  name: 'ascii',
  setup(build) {
    if (build.initialOptions.write === false) return;
    build.initialOptions.metafile = true;
    build.onEnd(({ metafile }) => {
      for (const path of Object.keys(metafile?.outputs ?? {})) {
        if (/\.c?js$/.test(path)) writeFileSync(path, asciiOf(readFileSync(path, 'utf8')));
      }
    });
  },
};

module.exports = { ascii, asciiOf };
