import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: unknown;
  readonly contributes: unknown;
};

/** Files that the extension's code loads from its folder; the manifest does not name them. */
const LOADED = ['dist/features.cjs', 'dist/panel.js', 'dist/panel.css', 'dist/web/data.bin'];

/** The paths of files in a value, at any depth. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return /^(?:\.\/)?(?:dist|syntaxes|snippets|media|schemas|docs|l10n|skills)\/[^*]+\.[\w-]+$/.test(value)
      ? [posix.normalize(value)]
      : [];
  }
  return value && typeof value === 'object' ? Object.values(value).flatMap(pathsIn) : [];
}

describe('the packed extension', () => {
  let files: string[];
  before(async () => {
    files = await listFiles({ cwd: '.', packageManager: PackageManager.None });
  });

  it('loads no more code in a browser than version 0.1.0 did', () => {
    const { size } = statSync('dist/web/extension.js');
    assert.ok(size <= 725_962, `${size} bytes`);
  });

  it('holds every file that the manifest names and every file that the code loads', () => {
    const named = [manifest.main, manifest.browser, manifest.icon].map((path) => posix.normalize(path));
    const contributed = pathsIn(manifest.contributes);
    for (const kind of ['syntaxes/', 'snippets/', 'schemas/', 'media/'])
      assert.ok(
        contributed.some((path) => path.startsWith(kind)),
        kind,
      );
    const pages = [
      ...readdirSync('docs/rules').map((name) => `docs/rules/${name}`),
      'docs/review-questions.md',
    ];
    const wanted = ['package.json', 'LICENSE', 'CHANGELOG.md', ...named, ...contributed, ...LOADED, ...pages];
    assert.deepEqual(
      wanted.filter((path) => !files.includes(path)),
      [],
      'These are missing. Is .vscodeignore right, and has `npm run build` been run?',
    );
  });

  it('holds nothing else', () => {
    const known =
      /^(package\.json|package\.nls.*\.json|LICENSE|README\.md|CHANGELOG\.md|docs\/review-questions\.md|(dist|docs\/rules|media|syntaxes|snippets|l10n|schemas|skills)\/.+)$/;
    assert.deepEqual(
      files.filter((file) => !known.test(file) || /\.map$|media\/screenshots/.test(file)),
      [],
    );
  });
});

describe('the npm package', () => {
  it('holds every file that its manifest names, as far as it has been built', () => {
    const out = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [packed] = Object.values(JSON.parse(out) as Record<string, { files: { path: string }[] }>);
    const files = new Set(packed?.files.map(({ path }) => path));
    const commands = pathsIn(manifest.bin);
    assert.ok(commands.length > 0);
    // `dist/cli.cjs` loads the other two.
    for (const path of [
      ...commands,
      'dist/cli-lint.cjs',
      'dist/cli-run.cjs',
      'package.json',
      'README.md',
      'LICENSE',
    ])
      assert.ok(files.has(path), `${path} is missing`);
    // The library is built only for a release: npm lists what exists.
    const library = pathsIn(manifest.exports);
    assert.ok(library.length > 0);
    const ignored = readFileSync('.npmignore', 'utf8').split('\n');
    for (const path of library)
      assert.ok(path.startsWith('dist/lib/') && ignored.includes('!/dist/lib'), path);
  });
});
