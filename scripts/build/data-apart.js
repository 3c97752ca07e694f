// A browser has to load all of a bundle before it runs any of it. So the data in it, which are of use only where there is
// a purpose file, become one packed file beside it: src/editor/platform/load-web-data.ts reads that file. The extension on a
// disk reads the same file (src/editor/platform/node-data.ts), so that the package holds the data once.

const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join, relative, sep } = require('node:path');
const { pathToFileURL } = require('node:url');
const { deflateRawSync } = require('node:zlib');
const { EVALUATED, evaluated } = require('./evaluated.js');

const PLATFORM = join(__dirname, '..', '..', 'src', 'editor', 'platform');
/** Where the modules of data files get their data from. */
const SOURCES = { web: join(PLATFORM, 'bundled-data.ts'), node: join(PLATFORM, 'node-data.ts') };
/** Libraries that are nothing but lists of words, or a table from words to short texts. */
const LISTS = /[\\/]node_modules[\\/](?:character-entities|dale-chall|spache)[\\/]index\.js$/;

/**
 * A module that exports the lists of another one.
 * @param {string} path
 * @param {(lists: Record<string, unknown>) => string} dataOf the code that declares the constant `data`
 */
async function listsModule(path, dataOf) {
  const lists = { ...(await import(pathToFileURL(path).href)) };
  const names = Object.keys(lists).map((name) => `export const ${name} = data.${name};`);
  return { contents: dataOf(lists) + names.join('\n') };
}

/** A library's patterns that list the letters and signs of all scripts. */
const PATTERNS = /[\\/]node_modules[\\/]parse-latin[\\/]lib[\\/]expressions\.js$/;

/** The one library that has its table as JSON. */
const TABLES = /[\\/]node_modules[\\/]normalize-strings[\\/]charmap\.json$/;

const keyOf = (/** @type {string} */ path) => relative('.', path).split(sep).join('/');

/**
 * @param {(path: string) => { data: unknown, problem: string | undefined }} readYaml
 * @param {import('esbuild').Plugin} yamlAsData loads the data of modules that the build evaluates
 * @param {keyof SOURCES} host `node` writes no file, and needs the one of `web`
 * @returns {import('esbuild').Plugin}
 */
const dataApart = (readYaml, yamlAsData, host = 'web') => ({
  name: 'data-apart',
  setup(build) {
    /** @type {Map<string, unknown>} */
    const data = new Map();
    const source = JSON.stringify(SOURCES[host]);
    const moduleOf = (/** @type {string} */ path, /** @type {unknown} */ value) => {
      const key = keyOf(path);
      data.set(key, value);
      return `import { dataOf } from ${source};\nconst data = dataOf(${JSON.stringify(key)});\n`;
    };
    build.onLoad({ filter: /\.ya?ml$/ }, ({ path }) => {
      const { data: value, problem } = readYaml(path);
      return {
        contents: `${moduleOf(path, value)}export default data;`,
        watchFiles: [path],
        ...(problem && { errors: [{ text: problem, location: { file: path } }] }),
      };
    });
    build.onLoad({ filter: EVALUATED }, async ({ path }) => {
      const { value, files } = await evaluated(path, [yamlAsData]);
      return { contents: `${moduleOf(path, value)}export default data;`, watchFiles: files };
    });
    build.onLoad({ filter: /\.md$/ }, ({ path }) => ({
      contents: `${moduleOf(path, readFileSync(path, 'utf8'))}export default data;`,
      watchFiles: [path],
    }));
    build.onLoad({ filter: /\.bin$/ }, ({ path }) => ({
      contents: `${moduleOf(path, readFileSync(path, 'latin1'))}
export default Uint8Array.from(data, (sign) => sign.charCodeAt(0));`,
      watchFiles: [path],
    }));
    build.onLoad({ filter: LISTS }, async ({ path }) => listsModule(path, (lists) => moduleOf(path, lists)));
    build.onLoad({ filter: PATTERNS }, async ({ path }) => {
      /** @type {[string, RegExp][]} */
      const patterns = Object.entries(await import(pathToFileURL(path).href));
      const sources = Object.fromEntries(
        patterns.map(([name, { source, flags }]) => [name, [source, flags]]),
      );
      const made = patterns.map(([name]) => `export const ${name} = new RegExp(...data.${name});`);
      return { contents: moduleOf(path, sources) + made.join('\n') };
    });
    build.onLoad({ filter: TABLES }, ({ path }) => {
      const key = keyOf(path);
      data.set(key, JSON.parse(readFileSync(path, 'utf8')));
      return {
        contents: `import { dataOf } from ${source};\nmodule.exports = dataOf(${JSON.stringify(key)});`,
      };
    });
    if (host === 'node') return;
    build.onEnd(() => {
      const { outfile = '' } = build.initialOptions;
      const sorted = Object.fromEntries([...data].sort(([one], [other]) => (one < other ? -1 : 1)));
      const packed = deflateRawSync(JSON.stringify(sorted), { level: 9 });
      mkdirSync(dirname(outfile), { recursive: true });
      writeFileSync(join(dirname(outfile), 'data.bin'), packed);
    });
  },
});

module.exports = { dataApart, LISTS, listsModule };
