// Modules whose value does not depend on the run are evaluated during the build, and only the value is bundled.

const { relative } = require('node:path');
const { runInThisContext } = require('node:vm');
const esbuild = require('esbuild');

const EVALUATED = /[\\/]src[\\/]lint[\\/]vagueness[\\/]lexicon-keys\.ts$/;

/**
 * The default export of a module, and the files that it depends on.
 * @param {string} path
 * @param {import('esbuild').Plugin[]} plugins that load its data files
 * @returns {Promise<{ value: unknown, files: string[] }>}
 */
async function evaluated(path, plugins) {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    plugins,
  });
  const module = { exports: /** @type {{ default?: unknown }} */ ({}) };
  runInThisContext(`(function (module) {${outputFiles[0]?.text}\n})`, { filename: relative('.', path) })(
    module,
  );
  return { value: module.exports.default, files: Object.keys(metafile.inputs) };
}

module.exports = { EVALUATED, evaluated };
