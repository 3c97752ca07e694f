// Builds everything that ships (dist/) and, with --tests, everything the tests run (out/).

const { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join, relative, sep } = require('node:path');
const esbuild = require('esbuild');
const { parse: parseYaml } = require('yaml');
const { ascii } = require('./scripts/build/ascii.js');
const { problemIn } = require('./scripts/build/check-data.js');
const { dataApart, LISTS, listsModule } = require('./scripts/build/data-apart.js');
const { EVALUATED, evaluated } = require('./scripts/build/evaluated.js');
const { NOTICES, bundledPackages, noticesOf } = require('./scripts/build/notices.js');
const { oneModule } = require('./scripts/build/one-module.js');

const args = new Set(process.argv.slice(2));
const production = !args.has('--dev') && !args.has('--watch');

/** @param {string} path */
function readYaml(path) {
  const data = parseYaml(readFileSync(path, 'utf8'));
  return { data, problem: problemIn(path, data) };
}

/** A module with a value as its default export. A JavaScript engine reads JSON several times faster than a literal. */
const moduleOf = (/** @type {unknown} */ value) => `export default ${jsonOf(value)};`;
const jsonOf = (/** @type {unknown} */ value) =>
  `/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** Word lists are written as YAML and bundled as plain data, so that no YAML is parsed at run time. */
const yamlAsData = {
  name: 'yaml-as-data',
  setup(/** @type {import('esbuild').PluginBuild} */ build) {
    build.onLoad({ filter: /\.ya?ml$/ }, ({ path }) => {
      const { data, problem } = readYaml(path);
      return {
        contents: moduleOf(data),
        watchFiles: [path],
        ...(problem && { errors: [{ text: problem, location: { file: path } }] }),
      };
    });
  },
};

/** The modules that are run by the build, bundled as plain data. */
const evaluatedAsData = {
  name: 'evaluated-as-data',
  setup(/** @type {import('esbuild').PluginBuild} */ build) {
    build.onLoad({ filter: EVALUATED }, async ({ path }) => {
      const { value, files } = await evaluated(path, [yamlAsData]);
      return { contents: moduleOf(value), watchFiles: files };
    });
  },
};

/** The lists of libraries likewise. */
const listsAsData = {
  name: 'lists-as-data',
  setup(/** @type {import('esbuild').PluginBuild} */ build) {
    build.onLoad({ filter: LISTS }, ({ path }) =>
      listsModule(path, (lists) => `const data = ${jsonOf(lists)};\n`),
    );
  },
};

/**
 * A library for YAML without the schema that only a document with `%YAML 1.1` would ask for, and without the one for JSON,
 * which we do not ask for: both get the core schema. The types that only tags such as `!!set` ask for are left out: such a tag
 * is ignored, like any unknown one.
 */
const oneYamlSchema = {
  name: 'one-yaml-schema',
  setup(/** @type {import('esbuild').PluginBuild} */ build) {
    build.onLoad(
      { filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]schema[\\/](?:yaml-1\.1|json)[\\/]schema\.js$/ },
      () => ({
        contents: "export { schema } from '../core/schema.js';",
      }),
    );
    build.onLoad(
      {
        filter:
          /[\\/]yaml[\\/]browser[\\/]dist[\\/]schema[\\/]yaml-1\.1[\\/](?:binary|omap|pairs|set|timestamp)\.js$/,
      },
      () => ({
        contents: 'export let binary, omap, pairs, set, timestamp, intTime, floatTime;',
      }),
    );
  },
};

const asData = [yamlAsData, evaluatedAsData, oneYamlSchema];

/** @param {string} folder @param {RegExp} filter @returns {string[]} */
function filesBelow(folder, filter) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && filter.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  loader: { '.bin': 'binary', '.md': 'text' },
  logLevel: 'warning',
  plugins: asData,
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  target: 'es2022',
};

/** @type {import('esbuild').BuildOptions} */
const forNode = {
  ...common,
  plugins: [...asData, listsAsData, ...(production ? [ascii] : [])],
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  // For `import()` of one of our own files, Node would start its ES module loader and read the file twice.
  supported: { 'dynamic-import': false },
  // The ES module build, because esbuild can tree-shake it.
  alias: { yaml: join(dirname(require.resolve('yaml/package.json')), 'browser', 'index.js') },
};

// A worker has no `document`, which the `browser` build of a part of micromark needs and the `worker` build does not.
/** @type {import('esbuild').BuildOptions} */
const forWorker = {
  ...common,
  platform: 'browser',
  format: 'cjs',
  conditions: ['worker'],
  // Editors decode an extension as UTF-8; escapes would make the bundle a kilobyte larger.
  charset: 'utf8',
};

/** Keeps lazily imported modules in separate files, each loaded when it is needed. */
const apart = (/** @type {Readonly<Record<string, string>>} */ files) => ({
  name: 'apart',
  setup(/** @type {import('esbuild').PluginBuild} */ build) {
    build.onResolve({ filter: /^\./ }, ({ path }) =>
      files[path] ? { path: files[path], external: true } : undefined,
    );
  },
});

/** @type {import('esbuild').BuildOptions} */
const web = {
  ...forWorker,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/web/extension.js',
  external: ['vscode'],
  plugins: [dataApart(readYaml, yamlAsData), oneYamlSchema],
};

/** @type {import('esbuild').BuildOptions[]} */
const shipped = [
  {
    ...forNode,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.cjs',
    external: ['vscode'],
    plugins: [...forNode.plugins, apart({ './editor/features': './features.cjs' })],
  },
  {
    ...forNode,
    entryPoints: ['src/editor/features.ts'],
    outfile: 'dist/features.cjs',
    external: ['vscode'],
    plugins: [dataApart(readYaml, yamlAsData, 'node'), oneYamlSchema, ...(production ? [ascii] : [])],
  },
  {
    ...web,
    plugins: [oneModule('src/editor/features.ts', 'src/editor/platform/bundled-data.ts', web)],
  },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: [
      { in: 'src/panel/main.ts', out: 'panel' },
      { in: 'src/panel/panel.css', out: 'panel' },
    ],
    outdir: 'dist',
  },
  { ...forNode, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.cjs' },
  { ...forNode, entryPoints: ['src/cli/main-all.ts'], outfile: 'dist/cli-run.cjs' },
  { ...forNode, entryPoints: ['src/cli/main-lint.ts'], outfile: 'dist/cli-lint.cjs' },
];

/** For other people's unified pipelines: everything bundled, for Node and for browsers. */
/** @type {import('esbuild').BuildOptions} */
const library = {
  ...common,
  platform: 'neutral',
  format: 'esm',
  mainFields: ['module', 'main'],
  splitting: true,
  outExtension: { '.js': '.mjs' },
  entryPoints: ['src/lib/preset.ts', 'src/lib/rules.ts'],
  outdir: 'dist/lib',
};

/** Unit tests keep packages outside the bundle, so that they test our code with the installed libraries. */
/** @type {import('esbuild').BuildOptions} */
const unitTests = {
  ...common,
  minify: false,
  sourcemap: 'linked',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  entryPoints: filesBelow('test/unit', /\.test\.ts$/),
  outbase: 'test/unit',
  outdir: 'out/unit',
};

/** `npm run evaluate`: the linter measured on labelled data. */
/** @type {import('esbuild').BuildOptions} */
const evaluation = {
  ...unitTests,
  entryPoints: ['scripts/evaluate/main.ts'],
  outbase: 'scripts/evaluate',
  outdir: 'out/evaluate',
};

/** `npm run train`: the weights of the learned models from labelled data. */
/** @type {import('esbuild').BuildOptions} */
const training = {
  ...unitTests,
  entryPoints: ['scripts/train/main.ts'],
  outbase: 'scripts/train',
  outdir: 'out/train',
};

/** `npm run storm`: random texts, kills, failures and races. */
/** @type {import('esbuild').BuildOptions} */
const storm = {
  ...unitTests,
  entryPoints: ['scripts/storm/main.ts', 'scripts/storm/writer.ts'],
  outbase: 'scripts/storm',
  outdir: 'out/storm',
};

/** `all-cases`: one module that loads every in-editor test file, because a worker cannot look for files. */
const allCases = {
  name: 'all-cases',
  setup(build) {
    build.onResolve({ filter: /^all-cases$/ }, ({ path }) => ({ path, namespace: 'all-cases' }));
    build.onLoad({ filter: /.*/, namespace: 'all-cases' }, () => ({
      contents: filesBelow('test/host/suite', /\.test\.ts$/)
        .sort()
        .map((file) => `import ${JSON.stringify(`./${file.split(sep).join('/')}`)};`)
        .join('\n'),
      resolveDir: __dirname,
    }));
  },
};

const readable = { minify: false, sourcemap: 'inline' };
/** A test file is imported for its side effects, which `sideEffects` in package.json denies for the library. */
const withSideEffects = { ignoreAnnotations: true };

/** The in-editor suite for both kinds of extension host, the code that starts the editors, and the UI tests. */
/** @type {import('esbuild').BuildOptions[]} */
const hostTests = [
  {
    ...forNode,
    ...readable,
    plugins: [...asData, allCases],
    ...withSideEffects,
    entryPoints: ['test/host/suite/index.node.ts'],
    outfile: 'out/host/node/suite.js',
    external: ['vscode', 'mocha'],
  },
  {
    ...forWorker,
    ...readable,
    plugins: [...asData, allCases],
    ...withSideEffects,
    entryPoints: ['test/host/suite/index.web.ts'],
    outfile: 'out/host/web/suite.js',
    external: ['vscode'],
    alias: { 'node:assert/strict': './test/host/suite/support/assert-in-a-worker.ts' },
    // `assert` asks for these when an assertion fails.
    define: { global: 'globalThis', 'process.env.NODE_DEBUG': '""', 'process.stderr': 'undefined' },
  },
  {
    ...forWorker,
    ...readable,
    entryPoints: ['test/host/memory-workspace/extension.ts', 'test/host/memory-workspace/package.json'],
    outdir: 'out/host/memory-workspace',
    loader: { '.json': 'copy' },
    external: ['vscode'],
  },
  {
    ...forWorker,
    ...readable,
    entryPoints: ['test/host/model-provider/extension.ts', 'test/host/model-provider/package.json'],
    outdir: 'out/host/model-provider',
    loader: { '.json': 'copy' },
    external: ['vscode'],
  },
  {
    ...unitTests,
    entryPoints: [
      ...filesBelow('test/host/harness', /^(fetch|run-suite|start|open-workbench)\.ts$/),
      ...filesBelow('test/host/ui', /\.test\.ts$/),
      'test/host/ui/support/hooks.ts',
    ],
    outbase: 'test/host',
    outdir: 'out/host/outside',
  },
];

/** Tests of pages, which need a browser but no editor. */
/** @type {import('esbuild').BuildOptions} */
const pageTests = {
  ...unitTests,
  entryPoints: filesBelow('test/page', /\.test\.ts$/),
  outbase: 'test/page',
  outdir: 'out/page',
};

/** The runner of `npm test`, as CommonJS because Mocha loads a reporter with `require`. */
/** @type {import('esbuild').BuildOptions} */
const runner = {
  ...common,
  ...readable,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  outExtension: { '.js': '.cjs' },
  entryPoints: ['test/runner/main.ts', 'test/runner/reporter.ts'],
  outdir: 'out/runner',
};

/** The builds of each flag; without a flag, the shipped ones. */
const parts = {
  '--shipped': shipped,
  '--tests': [unitTests],
  '--host-tests': hostTests,
  '--page-tests': [pageTests],
  '--runner': [runner],
  '--library': [library],
  '--evaluate': [evaluation],
  '--train': [training],
  '--storm': [storm],
};

function configurationsToBuild() {
  if (args.has('--all')) return [...shipped, unitTests, ...hostTests, pageTests, runner];
  const chosen = Object.keys(parts).filter((flag) => args.has(flag));
  return chosen.length > 0 ? chosen.flatMap((flag) => parts[flag]) : shipped;
}

async function main() {
  const configurations = configurationsToBuild();
  for (const { outdir, outfile } of configurations) {
    // A test file that was deleted must not run from an earlier build.
    const folder = outdir ?? dirname(outfile);
    if (folder.startsWith('out/')) rmSync(folder, { recursive: true, force: true });
  }
  if (args.has('--watch')) {
    for (const configuration of configurations) await (await esbuild.context(configuration)).watch();
    console.log('watching');
    return;
  }
  const started = Date.now();
  const results = await Promise.all(
    configurations.map((configuration) => esbuild.build({ ...configuration, metafile: true })),
  );
  if (args.has('--library')) {
    // Files from a build with other entry points or from the compiler would otherwise be in the package.
    rmSync('dist/lib/types', { recursive: true, force: true });
    for (const name of readdirSync('types')) copyFileSync(join('types', name), join('dist', 'lib', name));
  }
  if (configurations.includes(shipped[0])) {
    // The library is built only for packing; the notices cover everything that ships.
    const { metafile } = await esbuild.build({ ...library, metafile: true, write: false });
    const packages = bundledPackages([
      ...results.slice(0, shipped.length).map((result) => result.metafile),
      metafile,
    ]);
    writeFileSync(NOTICES, noticesOf(packages));
  }
  if (args.has('--sizes')) {
    for (const { metafile } of results) {
      for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
        console.log(
          `${(bytes / 1024).toFixed(0).padStart(6)} KB  ${relative('.', file).split(sep).join('/')}`,
        );
      }
    }
  }
  if (args.has('--verbose')) console.log(`built in ${Date.now() - started} ms`);
}

module.exports = { common, unitTests, shipped, library };
if (require.main === module) {
  main().catch((error) => {
    // esbuild has printed its own errors.
    if (!error.errors) console.error(error);
    process.exit(1);
  });
}
