import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';

/** The folders of src and which others each may import, from the map in docs/ARCHITECTURE.md. */
const ARROWS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...readFileSync('docs/ARCHITECTURE.md', 'utf8').matchAll(/^\| `([a-z]+)` \|.*\|([^|]*)\|$/gm)].map(
    ([, folder = '', arrows = '']) => [
      folder,
      [...arrows.matchAll(/`([a-z]+)`/g)].map(([, name = '']) => name),
    ],
  ),
);

/** Code of the editor or its entry points; everything else is shared with the command line or belongs to it. */
const EDITOR = /^src\/(?:editor\/|extension[^/]*\.ts$)/;
const NODE = /^src\/(?:cli\/|files\/node-|editor\/platform\/node)/;

const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.split(sep).join('/'));

interface Import {
  readonly from: string;
  readonly what: string;
}

const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(from, 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => ({ from, what: match[1] ?? match[2] ?? '' }));
});

/** The folder of src that contains a path; `''` for files directly in src. */
function partOf(path: string): string {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? '';
}

/** Writes “panel/page.ts, entry.ts” as “panel/page.ts, panel/entry.ts”. */
function inFull(text: string): string {
  return text.replace(/([\w-]+\/)([\w-]+\.ts), (?=[\w-]+\.ts)/g, '$1$2, $1');
}

describe('architecture', () => {
  it('finds the files and their imports', () => {
    assert.ok(files.length > 50);
    assert.ok(imports.some(({ from, what }) => from === 'src/lint/retext-adapter.ts' && what === 'unified'));
    assert.ok(imports.some(({ what }) => what === 'vscode'));
  });

  it('lets only the editor know VS Code', () => {
    const wrong = imports.filter(({ from, what }) => what === 'vscode' && !EDITOR.test(from));
    assert.deepEqual(wrong, []);
  });

  it('lets only the command line and files named for Node import it', () => {
    const wrong = imports.filter(({ from, what }) => what.startsWith('node:') && !NODE.test(from));
    assert.deepEqual(wrong, []);
  });

  it('draws the arrows one way', () => {
    const wrong = imports.filter(({ from, what }) => {
      if (!what.startsWith('.')) return false;
      const target = posix.join(posix.dirname(from), what);
      const [here, there] = [partOf(from), partOf(target)];
      if (here === there || here === '' || !target.startsWith('src/')) return false;
      return !ARROWS[here]?.includes(there);
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps what a history is out of the page, which only draws', () => {
    const page = new Set(['src/panel/main.ts']);
    for (const from of page) {
      for (const { what } of imports.filter((one) => one.from === from && one.what.startsWith('.')))
        page.add(`${posix.join(posix.dirname(from), what)}.ts`);
    }
    const others = [...page].filter((file) => !/^src\/(?:panel|text)\//.test(file));
    assert.deepEqual(others, []);
    assert.ok(page.size > 10);
  });

  it('has a map that names the folders of src, each after those that it imports', () => {
    const folders = Object.keys(ARROWS);
    const parts = new Set(files.map(partOf).filter((part) => part !== ''));
    assert.deepEqual([...folders].sort(), [...parts].sort());
    for (const [at, folder] of folders.entries()) {
      const later = ARROWS[folder]?.filter((name) => !folders.slice(0, at).includes(name));
      assert.deepEqual(later, [], folder);
    }
  });

  it('is described by documents that name only files that exist', () => {
    const known = ['src', 'test', 'scripts'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
        (name) => `/${folder}/${name.split(sep).join('/')}`,
      ),
    );
    const missing = ['docs/ARCHITECTURE.md', 'CONTRIBUTING.md'].flatMap((document) =>
      [...inFull(readFileSync(document, 'utf8')).matchAll(/[\w./-]+\.(?:ts|js|mjs|yml)\b/g)]
        .map(([name]) => name)
        .filter(
          (name) =>
            !/NAME|^\./.test(name) && ![...known, '/esbuild.js'].some((path) => path.endsWith(`/${name}`)),
        ),
    );
    assert.deepEqual(missing, []);
  });

  it('keeps every file short enough for one idea', () => {
    const long = [...files]
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 320);
    assert.deepEqual(long, []);
  });
});
