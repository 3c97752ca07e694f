import assert from 'node:assert/strict';
import { FileError } from '../../../src/files/file-access';
import { builtInTemplates } from '../../../src/templates/built-in';
import { loadTemplates } from '../../../src/templates/load-templates';
import { MemoryFiles } from '../support/memory-files';

describe('loadTemplates', () => {
  it('returns the built-in ones if there is no folder', async () => {
    const loaded = await loadTemplates(new MemoryFiles(), ['/w/.purpose/templates']);
    assert.deepEqual(loaded, { templates: builtInTemplates(), problems: [] });
  });

  it('puts own templates first, and in the place of a built-in one with their id', async () => {
    const files = new MemoryFiles({
      '/w/.purpose/templates/guild.md': 'We {{what}}.',
      '/w/.purpose/templates/notes.txt': 'no template',
      '/w/.purpose/templates/deeper/other.md': 'not read',
      '/shared/team.md': '---\ntitle: Our way\n---\nWe {{what}}.',
    });
    const { templates, problems } = await loadTemplates(files, [
      '/w/.purpose/templates',
      '/shared',
      '/shared',
    ]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      templates.slice(0, 2).map(({ id, title, origin }) => [id, title, origin]),
      [
        ['guild', 'guild', '/w/.purpose/templates/guild.md'],
        ['team', 'Our way', '/shared/team.md'],
      ],
    );
    assert.equal(templates.length, builtInTemplates().length + 1);
    assert.equal(templates.filter(({ id }) => id === 'team').length, 1);
  });

  it('keeps the first of two with one id and says so at the second', async () => {
    const files = new MemoryFiles({ '/a/x.md': 'One.', '/b/x.md': 'Two.' });
    const { templates, problems } = await loadTemplates(files, ['/a', '/b']);
    assert.equal(templates[0]?.body, 'One.\n');
    assert.deepEqual(problems, [
      {
        origin: '/b/x.md',
        line: 1,
        message: 'The id “x” is taken by /a/x.md: give this template another id.',
      },
    ]);
  });

  it('names a file that is too large, not UTF-8 or unreadable, and offers the rest', async () => {
    const files = new MemoryFiles({
      '/t/big.md': 'x'.repeat(300_000),
      '/t/fine.md': 'We bake.',
      '/t/gone.md': '',
    });
    await files.write('/t/latin.md', Uint8Array.of(0x4b, 0xf6, 0x6c, 0x6e));
    const read = files.read.bind(files);
    files.read = async (path) => {
      if (path.endsWith('gone.md'))
        throw new FileError('unreadable', path, `${path}: it cannot be read (EACCES).`);
      return read(path);
    };
    const { templates, problems } = await loadTemplates(files, ['/t', '/t/fine.md']);
    assert.equal(templates[0]?.id, 'fine');
    assert.deepEqual(
      problems.map(({ origin, message }) => `${origin} ${message}`),
      [
        '/t/fine.md /t/fine.md: this is a file.',
        '/t/big.md It is 293 KB; a template may have 256 KB.',
        '/t/gone.md /t/gone.md: it cannot be read (EACCES).',
        '/t/latin.md It is not text in UTF-8: save it as UTF-8 and it will be offered.',
      ],
    );
  });
});
