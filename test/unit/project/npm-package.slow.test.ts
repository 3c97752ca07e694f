import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const PACKAGE = 'out/npm';
const CONSUMER = 'out/consumer';

const ESM = `import remarkParse from 'remark-parse';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import preset, { type PurposeMessage, purposePreset, remarkPurpose } from 'purpose-md/preset';
import { retextHedge, retextReadable, retextStatementLength } from 'purpose-md/rules';

const file = await unified()
  .use(remarkParse)
  .use(purposePreset)
  .use(function () {
    this.compiler = () => '';
  })
  .process('We strive to mend bicycles.');
for (const { line, ruleId, question } of file.messages as PurposeMessage[]) console.log(line, ruleId, question);
unified().use(remarkParse).use(preset);
unified().use(remarkParse).use(remarkPurpose, { rules: { hedge: 'off', readability: ['info', { age: 14 }] } });
unified().use(retextEnglish).use(retextHedge, { accept: ['seek to'] }).use(retextReadable).use(retextStatementLength);
// @ts-expect-error There is no such rule.
unified().use(remarkParse).use(remarkPurpose, { rules: { hege: 'off' } });
// @ts-expect-error There is no such level.
unified().use(remarkParse).use(remarkPurpose, { rules: { hedge: 'inform' } });
// @ts-expect-error There is no such option.
unified().use(retextEnglish).use(retextReadable, { agee: 3 });
`;

const CJS = `async function main(): Promise<void> {
  const { unified } = await import('unified');
  const { default: remarkParse } = await import('remark-parse');
  const { purposePreset } = await import('purpose-md/preset');
  const { retextHedge } = await import('purpose-md/rules');
  unified().use(remarkParse).use(purposePreset);
  unified().use(retextHedge);
}
void main();
`;

const OPTIONS = {
  strict: true,
  module: 'nodenext',
  target: 'es2022',
  skipLibCheck: false,
  types: [],
  lib: ['es2022', 'dom'],
  outDir: 'built',
};

describe('the npm package', function () {
  this.timeout(180_000);

  before(() => {
    execFileSync(process.execPath, ['esbuild.js']);
    execFileSync(process.execPath, ['esbuild.js', '--library']);
    execFileSync(process.execPath, ['scripts/package-npm.mjs']);
    rmSync(CONSUMER, { recursive: true, force: true });
    mkdirSync(join(CONSUMER, 'node_modules'), { recursive: true });
    cpSync(PACKAGE, join(CONSUMER, 'node_modules', 'purpose-md'), { recursive: true });
  });

  it('holds the command line, the library and what a reader needs, file by file', () => {
    const files = readdirSync(PACKAGE, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        relative(PACKAGE, join(entry.parentPath ?? entry.path, entry.name))
          .split(sep)
          .join('/'),
      )
      .map((file) => file.replace(/^dist\/lib\/chunk-[A-Z0-9]+\.mjs$/, 'dist/lib/chunk.mjs'));
    const expected = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/cli-lint.cjs',
      'dist/cli-run.cjs',
      'dist/cli.cjs',
      'dist/lib/chunk.mjs',
      'dist/lib/preset.d.mts',
      'dist/lib/preset.mjs',
      'dist/lib/rules.d.mts',
      'dist/lib/rules.mjs',
      'package.json',
    ];
    const others = files.filter((file) => !expected.includes(file));
    assert.deepEqual(
      others.filter((file) => !/^THIRD-PARTY[\w.-]*$|^dist\/THIRD-PARTY[\w.-]*$/.test(file)),
      [],
    );
    assert.deepEqual(
      expected.filter((file) => !files.includes(file)),
      [],
    );
  });

  it('links to no file that it does not hold', () => {
    for (const page of ['README.md', 'CHANGELOG.md']) {
      const links = [...readFileSync(join(PACKAGE, page), 'utf8').matchAll(/\]\(([\w.:/#-]+)\)/g)];
      assert.ok(links.length > 0);
      assert.deepEqual(
        links.map(([, target = '']) => target).filter((target) => !/^https:|^#/.test(target)),
        [],
        page,
      );
    }
  });

  it('passes publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: PACKAGE, strict: true });
    const problems = messages.filter(({ type }) => type !== 'suggestion');
    assert.deepEqual(
      problems.map((message) => formatMessage(message, pkg, { color: false })),
      [],
    );
    const manifest = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
    for (const field of ['scripts', 'devDependencies', 'contributes', 'main', 'browser', 'imports'])
      assert.equal(field in manifest, false, field);
  });

  it('passes “Are the types wrong?” for ES modules', async () => {
    const tarball = execFileSync(
      'tar',
      ['-czf', '-', '--transform', 's,^,package/,', ...readdirSync(PACKAGE)],
      {
        cwd: PACKAGE,
        maxBuffer: 1 << 28,
      },
    );
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
    assert.ok('problems' in result);
    // The library is ES modules only, as unified is: CommonJS needs `import()`, and Node 10 is not supported.
    const known: readonly Problem['kind'][] = ['CJSResolvesToESM', 'NoResolution'];
    assert.deepEqual(
      result.problems.filter((problem) => !known.includes(problem.kind)),
      [],
    );
    const unresolved = result.problems.flatMap((problem) =>
      problem.kind === 'NoResolution' ? [problem.resolutionKind] : [],
    );
    assert.deepEqual([...new Set(unresolved)], ['node10']);
  });

  it('says the same from the second start on, when its code is compiled already', () => {
    const caches = mkdtempSync(join(tmpdir(), 'purpose-caches-'));
    // Where a cache folder is looked for, on Linux, on macOS and on Windows.
    const env = { ...process.env, XDG_CACHE_HOME: caches, HOME: caches, LOCALAPPDATA: caches };
    mkdirSync(join(caches, 'Library'));
    try {
      const lint = () =>
        spawnSync(process.execPath, [join(PACKAGE, 'dist/cli.cjs'), 'lint', '-', '--format', 'json'], {
          input: 'We strive to mend bicycles.',
          encoding: 'utf8',
          env,
        });
      const first = lint();
      assert.match(first.stdout, /"rule":"hedge"/);
      const kept = readdirSync(caches, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /purpose-md./.test(name),
      );
      assert.ok(kept.length > 0);
      const second = lint();
      assert.deepEqual([second.status, second.stdout, second.stderr], [first.status, first.stdout, '']);
    } finally {
      rmSync(caches, { recursive: true, force: true });
    }
  });

  for (const [kind, source, extension] of [
    ['ES modules', ESM, 'mts'],
    ['CommonJS', CJS, 'cts'],
  ] as const) {
    it(`compiles in a project of ${kind}, library checks on, and runs`, () => {
      writeFileSync(join(CONSUMER, `${extension}.${extension}`), source);
      const config = { compilerOptions: OPTIONS, files: [`${extension}.${extension}`] };
      writeFileSync(join(CONSUMER, `tsconfig.${extension}.json`), JSON.stringify(config));
      const tsc = resolve('node_modules/typescript/bin/tsc');
      const compiled = spawnSync(process.execPath, [tsc, '-p', `tsconfig.${extension}.json`], {
        cwd: CONSUMER,
        encoding: 'utf8',
      });
      assert.equal(compiled.status, 0, compiled.stdout);
      const built = join('built', `${extension}.${extension === 'mts' ? 'mjs' : 'cjs'}`);
      const ran = spawnSync(process.execPath, [built], { cwd: CONSUMER, encoding: 'utf8' });
      assert.equal(ran.status, 0, ran.stderr);
      if (extension === 'mts') assert.match(ran.stdout, /^1 hedge \S/m);
    });
  }
});
