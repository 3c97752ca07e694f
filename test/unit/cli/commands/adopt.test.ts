import assert from 'node:assert/strict';
import { NodeFiles } from '../../../../src/files/node-files';
import { runIn } from '../../support/cli';
import { describeWithGit, GitBox, runGit } from '../../support/git-box';
import { MemoryFiles } from '../../support/memory-files';

const MISSION = [
  '# Harbour bakers',
  '',
  'The oven is older than the quay.',
  '',
  '## Mission',
  '',
  'We bake bread so that crews eat before dawn.',
  '',
].join('\n');
const MARKED = MISSION.replace('We bake', '<!-- purpose:statement -->\nWe bake');

async function text(files: MemoryFiles, path: string): Promise<string> {
  return new TextDecoder().decode(await files.read(path));
}

describe('purpose adopt', () => {
  it('shows the texts that could be the purpose, and changes nothing before one is chosen', async () => {
    const { code, out, err, files } = await runIn({ '/w/MISSION.md': MISSION }, ['adopt', 'MISSION.md']);
    assert.equal(code, 2);
    assert.match(out, /^ {3}1 {2}Harbour bakers: The oven is older/m);
    assert.match(out, /^\* {2}2 {2}Mission: We bake bread/m);
    assert.match(err, /purpose adopt MISSION\.md --paragraph N; \* is the likeliest/);
    assert.equal(await text(files, '/w/MISSION.md'), MISSION);
    assert.equal(await files.stat('/w/.purposerc.yml'), undefined);
  });

  it('marks the chosen text and names the file; from then on a folder means it, too', async () => {
    const { code, files } = await runIn({ '/w/MISSION.md': MISSION, '/w/README.md': MISSION }, [
      'adopt',
      'MISSION.md',
      '--paragraph',
      '2',
    ]);
    assert.equal(code, 0);
    assert.equal(await text(files, '/w/MISSION.md'), MARKED);
    assert.equal(await text(files, '/w/.purposerc.yml'), 'files:\n  - MISSION.md\n');
    const { out } = await runIn(files, ['lint', '--format', 'json']);
    const report = JSON.parse(out) as { files: { path: string; statement: { plain: string; by: string } }[] };
    assert.deepEqual(
      report.files.map(({ path, statement: { plain, by } }) => [path, plain, by]),
      [['MISSION.md', 'We bake bread so that crews eat before dawn.', 'marker']],
    );
  });

  it('says that a file is adopted already', async () => {
    const files = { '/w/MISSION.md': MARKED, '/w/.purposerc.yml': 'files:\n  - MISSION.md\n' };
    const { code, out } = await runIn(files, ['adopt', 'MISSION.md']);
    assert.equal(code, 0);
    assert.equal(
      out,
      'Adopted already, nothing changed: MISSION.md: We bake bread so that crews eat before dawn.\n',
    );
  });

  it('asks at a terminal', async () => {
    const { code, files } = await runIn({ '/w/MISSION.md': MISSION }, ['adopt', 'MISSION.md'], '', {
      interactive: true,
      ask: async (question) => {
        assert.match(question, /return for 2/);
        return '';
      },
    });
    assert.equal(code, 0);
    assert.equal(await text(files, '/w/MISSION.md'), MARKED);
  });

  it('asks again after a number that is not in the list', async () => {
    const typed = ['seven', '7', '2'];
    const { code, out, files } = await runIn({ '/w/MISSION.md': MISSION }, ['adopt', 'MISSION.md'], '', {
      interactive: true,
      ask: async () => typed.shift() ?? '',
    });
    assert.equal(code, 0);
    assert.equal(out.match(/^There are texts 1 to \d\.$/gm)?.length, 2);
    assert.equal(await text(files, '/w/MISSION.md'), MARKED);
  });

  it('keeps the comments of the settings, and names no file twice', async () => {
    const settings = '# Ours.\nrules:\n  hedge: off # on purpose\nfiles:\n  - VISION.md # 2019\n';
    const { files } = await runIn({ '/w/a/MISSION.md': MARKED, '/w/.purposerc.yml': settings }, [
      'adopt',
      'a/MISSION.md',
    ]);
    const now = `${settings}  - a/MISSION.md\n`;
    assert.equal(await text(files, '/w/.purposerc.yml'), now);
    assert.equal((await runIn(files, ['adopt', 'a/MISSION.md'])).code, 0);
    assert.equal(await text(files, '/w/.purposerc.yml'), now);
    assert.equal(await text(files, '/w/a/MISSION.md'), MARKED);
  });

  for (const [what, path, content, message] of [
    ['a purpose file', 'crew.purpose.md', MISSION, /is a purpose file already/],
    ['another kind of file', 'MISSION.txt', MISSION, /is not a Markdown file/],
    ['conflict markers', 'MISSION.md', `<<<<<<< a\n${MISSION}=======\n>>>>>>> b\n`, /conflict markers/],
    ['no text', 'MISSION.md', '# Bakers\n', /has no text that can be a purpose/],
  ] as const) {
    it(`refuses ${what} in one sentence`, async () => {
      const { code, err } = await runIn({ [`/w/${path}`]: content }, ['adopt', path, '--paragraph', '1']);
      assert.equal(code, 2);
      assert.match(err, message);
    });
  }

  it('resolves copies and `serves:` from adopted files only', async () => {
    const host = '<!-- purpose:begin MISSION.md -->\n<!-- purpose:end -->\n';
    const crew = '---\nserves: MISSION.md\n---\n\nWe mend the bicycles of bakers so that they ride home.\n';
    const before = new MemoryFiles({
      '/w/MISSION.md': MARKED,
      '/w/README.md': host,
      '/w/crew.purpose.md': crew,
    });
    const refused = await runIn(before, ['share']);
    assert.match(refused.out, /"MISSION\.md" is not a purpose file: .* `purpose adopt` makes it one/);
    assert.match((await runIn(before, ['lint', 'crew.purpose.md'])).out, /broken-link/);
    await runIn(before, ['adopt', 'MISSION.md']);
    assert.equal((await runIn(before, ['share'])).code, 0);
    assert.match(await text(before, '/w/README.md'), /We bake bread/);
    assert.doesNotMatch((await runIn(before, ['lint', 'crew.purpose.md'])).out, /broken-link/);
  });
});

describeWithGit('purpose history of an adopted file', () => {
  let box: GitBox;
  before(() => {
    box = new GitBox().init();
  });
  after(() => box.remove());

  it('shows its whole history since the first commit, across renames, with each commit', async () => {
    const wordings = ['We bake bread.', 'We bake bread for crews.', 'We bake bread so that crews eat.'];
    for (const [index, words] of wordings.entries()) {
      const name = index === 0 ? 'MISSION.md' : 'docs/MISSION.md';
      if (index === 1) {
        box.write('docs/.keep', '');
        box.git(['mv', 'MISSION.md', name]);
        box.commit('Move the mission');
      }
      box.write(name, `# Bakers\n\nThe oven is old.\n\n## Mission\n\n${words}\n`);
      box.commit(`Say ${index + 1}`);
    }
    const world = { files: new NodeFiles(), cwd: box.folder, git: runGit };
    const run = async (...args: string[]) => {
      let printed = '';
      const out = (text: string) => {
        printed += text;
      };
      const { code, err } = await runIn({}, args, '', { ...world, out });
      assert.deepEqual([code, err], [0, '']);
      return printed;
    };
    await run('adopt', 'docs/MISSION.md', '--paragraph', '2');
    const { entries } = JSON.parse(await run('history', 'docs/MISSION.md', '--format', 'json')) as {
      entries: { statement: string; commit: { hash: string; subject: string; path: string } | null }[];
    };
    assert.deepEqual(
      entries.map(({ statement, commit }) => [statement, commit?.subject, commit?.path]),
      [
        [wordings[2], 'Say 3', 'docs/MISSION.md'],
        [wordings[1], 'Say 2', 'docs/MISSION.md'],
        [wordings[0], 'Say 1', 'MISSION.md'],
      ],
    );
    assert.ok(entries.every(({ commit }) => /^[0-9a-f]{40}$/.test(commit?.hash ?? '')));
    assert.equal((await run('lint')).includes('docs/MISSION.md'), true);
  });
});
