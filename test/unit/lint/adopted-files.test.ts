import assert from 'node:assert/strict';
import { AdoptedFiles, purposeFilesBelow } from '../../../src/lint/adopted-files';
import { parseConfigFile } from '../../../src/lint/config-file';
import { renameInSettings } from '../../../src/lint/settings-edit';
import { applyEdits } from '../../../src/text/text-edit';
import { MemoryFiles } from '../support/memory-files';

const FILES = {
  '/r/.purposerc.yml': 'files:\n  - MISSION.md\n  - docs/charter.md\n',
  '/r/MISSION.md': '',
  '/r/README.md': '',
  '/r/crew.purpose.md': '',
  '/r/docs/.purposerc.json': '{ "files": ["guild/VISION.md"] }',
  '/r/docs/charter.md': '',
  '/r/docs/MISSION.md': '',
  '/r/docs/guild/VISION.md': '',
};

async function below(folder: string, files: Record<string, string> = FILES): Promise<string[]> {
  const found: string[] = [];
  for await (const path of purposeFilesBelow(new MemoryFiles(files), folder)) found.push(path);
  return found;
}

describe('adopted files', () => {
  it('are those that a settings file in a folder above them names', async () => {
    const adopted = new AdoptedFiles(new MemoryFiles(FILES));
    for (const [path, wanted] of [
      ['/r/MISSION.md', true],
      ['/r/docs/charter.md', true],
      ['/r/docs/guild/VISION.md', true],
      ['/r/any.purpose.md', true],
      ['/r/docs/MISSION.md', false],
      ['/r/README.md', false],
      ['/r/MISSION.txt', false],
      ['/MISSION.md', false],
    ] as const) {
      assert.equal(await adopted.isPurpose(path), wanted, path);
    }
  });

  it('are found below a folder together with those that bear the name', async () => {
    assert.deepEqual(await below('/r'), [
      '/r/MISSION.md',
      '/r/crew.purpose.md',
      '/r/docs/charter.md',
      '/r/docs/guild/VISION.md',
    ]);
    assert.deepEqual(await below('/r/docs'), ['/r/docs/charter.md', '/r/docs/guild/VISION.md']);
  });

  it('are empty without settings', async () => {
    assert.deepEqual(await below('/r', { '/r/MISSION.md': '', '/r/.purposerc.yml': 'accept: [x]\n' }), []);
  });

  for (const [what, entry, message] of [
    ['a path out of the folder', '../MISSION.md', /leads out of this folder/],
    ['an absolute path', '/MISSION.md', /as a path from this file's folder/],
    ['a folder', 'docs', /is not a Markdown file/],
    ['a number', 7, /is the path of a Markdown file/],
  ] as const) {
    it(`names ${what} as what it is not`, () => {
      const { files, problems } = parseConfigFile('/r/.purposerc.json', JSON.stringify({ files: [entry] }));
      assert.deepEqual(files, []);
      assert.match(problems[0]?.message ?? '', message);
    });
  }

  it('are adopted without the section of a link, which a sentence says', () => {
    const text = '{ "files": ["docs/charter.md#mission", "c#.md"] }';
    const { files, problems } = parseConfigFile('/r/.purposerc.json', text);
    assert.deepEqual(files, ['/r/docs/charter.md', '/r/c#.md']);
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        'Purpose adopts docs/charter.md and does not read "#mission": write <!-- purpose:statement --> above the text that is the statement.',
      ],
    );
    const edit = renameInSettings(text, 'docs/charter.md', 'docs/why.md', true);
    assert.equal(edit && applyEdits(text, [edit]), '{ "files": ["docs/why.md", "c#.md"] }');
  });

  it('are left alone in settings that cannot be read', () => {
    assert.equal(renameInSettings('files: *gone\n', 'docs/charter.md', 'docs/why.md', false), undefined);
  });

  it('are not a setting of front matter', async () => {
    const { problems } = parseConfigFile('/r/.purposerc.yml', 'files: MISSION.md\n');
    assert.match(problems[0]?.message ?? '', /is a list of Markdown files/);
  });
});
