// In a bundle without splitting, esbuild wraps each module that is imported lazily in a function of its own, and so every
// module below it. A lazy module that is bundled beforehand needs one such function for all of them.

const { dirname, resolve } = require('node:path');
const esbuild = require('esbuild');

/**
 * Bundles a module with its own imports before it becomes part of another bundle.
 * @param {string} file the module
 * @param {string} shared a module that both bundles import, of which there must be one instance
 * @param {import('esbuild').BuildOptions} options those of the outer bundle
 * @returns {import('esbuild').Plugin}
 */
const oneModule = (file, shared, options) => ({
  name: 'one-module',
  setup(build) {
    const instance = { path: resolve(shared), external: true };
    const outside = {
      name: 'outside',
      setup(/** @type {import('esbuild').PluginBuild} */ inner) {
        inner.onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
          if (pluginData === outside || rest.kind === 'entry-point') return undefined;
          const found = await inner.resolve(path, { ...rest, pluginData: outside });
          return found.path === instance.path ? instance : undefined;
        });
      },
    };
    /** @type {import('esbuild').Metafile | undefined} */
    let metafile;
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path !== resolve(file)) return undefined;
      const result = await esbuild.build({
        ...options,
        entryPoints: [path],
        format: 'esm',
        minify: false,
        minifySyntax: options.minify ?? false,
        sourcemap: build.initialOptions.sourcemap ? 'inline' : false,
        plugins: [outside, ...(options.plugins ?? [])],
        metafile: true,
        write: false,
      });
      metafile = result.metafile;
      const contents = result.outputFiles[0]?.text ?? '';
      const watchFiles = Object.keys(metafile.inputs).map((input) => resolve(input));
      return { contents, loader: 'js', resolveDir: dirname(path), watchFiles };
    });
    // The metafile names the modules of the inner bundle, too, since licences are read from it.
    build.onEnd((result) => {
      for (const { inputs } of Object.values(result.metafile?.outputs ?? {})) {
        for (const inner of Object.values(metafile?.outputs ?? {})) Object.assign(inputs, inner.inputs);
      }
    });
  },
});

module.exports = { oneModule };
