// Each tool behind the same two calls: `make()` creates it, `lint(text)` returns the number of its findings.
// All run with default settings; only the file format (Markdown) is given.

/** The output of `npm run bench` for ours.ts: the linter as it ships. */
const OURS = '../../out/bench/ours.cjs';

export const tools = [
  {
    name: 'Purpose, all rules',
    fresh: 'new linter for each text',
    async make() {
      const { start } = await import(OURS);
      return async (text) => start().open(text).findings;
    },
  },
  {
    name: 'Harper 2.10.0',
    fresh: 'one linter, as its cache is part of it',
    async make() {
      const { LocalLinter } = await import('harper.js');
      const { binary } = await import('harper.js/binary');
      const linter = new LocalLinter({ binary });
      await linter.setup();
      return async (text) => {
        const lints = await linter.lint(text, { language: 'markdown' });
        const found = lints.length;
        // Each lint keeps WebAssembly memory until it is freed.
        for (const lint of lints) lint.free();
        return found;
      };
    },
  },
  {
    name: 'plain retext, five rules',
    fresh: 'keeps nothing',
    async make() {
      const { unified } = await import('unified');
      const { VFile } = await import('vfile');
      const load = async (name) => (await import(name)).default;
      const prose = unified().use(await load('retext-english'));
      for (const rule of ['readability', 'simplify', 'passive', 'equality', 'intensify']) {
        prose.use(await load(`retext-${rule}`));
      }
      const processor = unified()
        .use(await load('remark-parse'))
        .use(await load('remark-retext'), prose);
      return async (text) => {
        const file = new VFile(text);
        await processor.run(processor.parse(file), file);
        return file.messages.length;
      };
    },
  },
  {
    name: 'textlint 15.8.0 with write-good',
    fresh: 'keeps nothing',
    async make() {
      const { TextlintKernel } = await import('@textlint/kernel');
      const plugin = await import('@textlint/textlint-plugin-markdown');
      const rule = await import('textlint-rule-write-good');
      const kernel = new TextlintKernel();
      const options = {
        ext: '.md',
        plugins: [{ pluginId: 'markdown', plugin: unwrap(plugin) }],
        rules: [{ ruleId: 'write-good', rule: unwrap(rule) }],
      };
      return async (text) => (await kernel.lintText(text, options)).messages.length;
    },
  },
  {
    name: 'write-good 1.0.8',
    fresh: 'keeps nothing',
    async make() {
      const { default: writeGood } = await import('write-good');
      return async (text) => writeGood(text).length;
    },
  },
];

/** A CommonJS module with a default export arrives wrapped twice. */
function unwrap(module) {
  return module.default?.default ?? module.default;
}
