import assert from 'node:assert/strict';
import { type FileEntry, FileError } from '../../../src/files/file-access';
import { OwnFiles, repositoryRoot } from '../../../src/files/ignore-rules';
import { isWithin } from '../../../src/files/paths';
import { walk } from '../../../src/files/walk';
import { MemoryFiles } from '../support/memory-files';

const accept = (name: string) => name.endsWith('.md');

async function walked(files: MemoryFiles, folder: string, errors: FileError[] = []): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of walk(files, folder, { accept, onError: (error) => errors.push(error) }))
    paths.push(path);
  // Only the walk handles links and unreadable folders: `isIgnored` is asked only about paths that were found
  // otherwise.
  if (files.constructor === MemoryFiles) await agreesOnEach(files, folder, paths);
  return paths;
}

/** Checks that queries for single paths agree with the walk. */
async function agreesOnEach(
  files: MemoryFiles,
  folder: string,
  walkedPaths: readonly string[],
): Promise<void> {
  const own = new OwnFiles(files, folder);
  const asked: string[] = [];
  for (const path of files.paths) {
    if (isWithin(folder, path) && accept(path) && (await own.has(path))) asked.push(path);
  }
  assert.deepEqual([...asked].sort(), [...walkedPaths].sort());
}

describe('own files', () => {
  it('exclude files outside the folder', async () => {
    assert.equal(await new OwnFiles(new MemoryFiles({ '/x.md': '' }), '/w').has('/x.md'), false);
  });
});

describe('walk', () => {
  it('yields the wanted files in the order of names, folders in their place', async () => {
    const files = new MemoryFiles({
      '/w/c.md': '',
      '/w/b/z.md': '',
      '/w/b/a.txt': '',
      '/w/a.md': '',
      '/x.md': '',
    });
    assert.deepEqual(await walked(files, '/w'), ['/w/a.md', '/w/b/z.md', '/w/c.md']);
  });

  it('never looks into what tools keep', async () => {
    const files = new MemoryFiles({
      '/w/node_modules/p/README.md': '',
      '/w/.git/x.md': '',
      '/w/.purpose/team/1.md': '',
      '/w/a/node_modules/q.md': '',
      '/w/.github/x.md': '',
    });
    assert.deepEqual(await walked(files, '/w'), ['/w/.github/x.md']);
  });

  it('honours nested ignore files, the innermost deciding', async () => {
    const files = new MemoryFiles({
      '/w/.gitignore': 'out/\n*.gen.md\n/top.md\n',
      '/w/out/a.md': '',
      '/w/top.md': '',
      '/w/x.gen.md': '',
      '/w/docs/.gitignore': '!keep.gen.md\nprivate/*\n!private/open.md\r\n',
      '/w/docs/keep.gen.md': '',
      '/w/docs/lost.gen.md': '',
      '/w/docs/top.md': '',
      '/w/docs/private/a.md': '',
      '/w/docs/private/open.md': '',
      '/w/docs/out/b.md': '',
    });
    assert.deepEqual(await walked(files, '/w'), [
      '/w/docs/keep.gen.md',
      '/w/docs/private/open.md',
      '/w/docs/top.md',
    ]);
  });

  it('counts ignore files above the folder, up to the top of the repository and no further', async () => {
    const files = new MemoryFiles({
      '/.gitignore': '*.md',
      '/w/.git/HEAD': '',
      '/w/.gitignore': '/docs/old',
      '/w/docs/old/a.md': '',
      '/w/docs/b.md': '',
    });
    assert.deepEqual(await walked(files, '/w/docs'), ['/w/docs/b.md']);
    assert.equal(await repositoryRoot(files, '/w/docs'), '/w');
    assert.equal(await repositoryRoot(new MemoryFiles({ '/a/b.md': '' }), '/a'), undefined);
  });

  it('walks a folder that was named explicitly, ignored or not', async () => {
    const files = new MemoryFiles({ '/w/.git/HEAD': '', '/w/.gitignore': 'out/', '/w/out/a.md': '' });
    assert.deepEqual(await walked(files, '/w/out'), ['/w/out/a.md']);
  });

  it('walks a folder that inner rules take back from outer ones', async () => {
    const files = new MemoryFiles({ '/w/.gitignore': 'b/', '/w/a/.gitignore': '!b/', '/w/a/b/c/x.md': '' });
    assert.deepEqual(await walked(files, '/w'), ['/w/a/b/c/x.md']);
  });

  it('follows no link', async () => {
    class Linked extends MemoryFiles {
      override async list(path: string): Promise<readonly FileEntry[]> {
        const entries = await super.list(path);
        return entries.map((entry) =>
          entry.name.startsWith('link') ? { ...entry, type: 'other' as const } : entry,
        );
      }
    }
    const files = new Linked({ '/w/a.md': '', '/w/link/b.md': '', '/w/link.md': '' });
    assert.deepEqual(await walked(files, '/w'), ['/w/a.md']);
  });

  it('reports an unreadable folder and continues; fails if it is the named one', async () => {
    class Locked extends MemoryFiles {
      override async list(path: string): Promise<readonly FileEntry[]> {
        if (path.endsWith('locked')) throw new FileError('unreadable', path, `${path}: no.`);
        return super.list(path);
      }
    }
    const files = new Locked({ '/w/a.md': '', '/w/locked/b.md': '', '/w/z.md': '' });
    const errors: FileError[] = [];
    assert.deepEqual(await walked(files, '/w', errors), ['/w/a.md', '/w/z.md']);
    assert.deepEqual(
      errors.map((error) => error.path),
      ['/w/locked'],
    );
    await assert.rejects(walked(files, '/w/locked'), { code: 'unreadable' });
    await assert.rejects(walked(files, '/nowhere'), { code: 'missing' });
  });

  it('descends to any depth', async () => {
    const deep = `/w${'/d'.repeat(3000)}/a.md`;
    assert.deepEqual(await walked(new MemoryFiles({ [deep]: '' }), '/w'), [deep]);
  });
});
