import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';

/** The parts of src, and which other parts each may import. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  files: [],
  async: [],
  english: [],
  statement: ['text', 'english', 'files'],
  consent: ['text', 'statement'],
  lint: ['text', 'english', 'statement', 'consent', 'files'],
  templates: ['text', 'statement', 'files'],
  cocreate: ['text', 'english', 'statement', 'templates', 'files'],
  history: ['text', 'statement', 'lint', 'files', 'async'],
  reading: ['statement', 'lint'],
  care: ['text', 'statement', 'consent', 'lint', 'history', 'share', 'files'],
  heard: ['text', 'english', 'statement', 'consent', 'cocreate', 'history', 'share', 'files'],
  share: ['text', 'english', 'statement', 'lint', 'history', 'files'],
  cli: [
    'text',
    'english',
    'statement',
    'consent',
    'heard',
    'lint',
    'reading',
    'templates',
    'cocreate',
    'history',
    'care',
    'share',
    'files',
  ],
  editor: [
    'text',
    'english',
    'statement',
    'consent',
    'heard',
    'lint',
    'templates',
    'cocreate',
    'history',
    'care',
    'share',
    'files',
    'async',
    'panel',
  ],
  panel: ['text', 'statement', 'history', 'share', 'files'],
  lib: ['text', 'english', 'statement', 'lint'],
};

/** What runs inside the editor's page or starts it; all else is shared with the command line or is the command line. */
const EDITOR = /^src\/(?:editor\/|extension[^/]*\.ts$)/;
const NODE = /^src\/(?:cli\/|files\/node-|history\/git-program\.ts$|editor\/platform\/node)/;

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

/** The part of src that a path lies in; `''` for files right in src. */
function partOf(path: string): string {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? '';
}

describe('architecture', () => {
  it('finds the files and their imports', () => {
    assert.ok(files.length > 50);
    assert.ok(
      imports.some(({ from, what }) => from === 'src/lint/rules/retext-library.ts' && what === 'unified'),
    );
    assert.ok(imports.some(({ what }) => what === 'vscode'));
  });

  it('lets only the editor know VS Code', () => {
    const wrong = imports.filter(({ from, what }) => what === 'vscode' && !EDITOR.test(from));
    assert.deepEqual(wrong, []);
  });

  it('lets only the command line and what stands for Node by name know it', () => {
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

  it('names every folder in the map', () => {
    const parts = new Set(files.map(partOf).filter((part) => part !== ''));
    assert.deepEqual(
      [...parts].filter((part) => !Object.hasOwn(ARROWS, part)),
      [],
    );
  });

  it('keeps every file short enough for one idea', () => {
    const long = [...files]
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 400);
    assert.deepEqual(long, []);
  });
});
