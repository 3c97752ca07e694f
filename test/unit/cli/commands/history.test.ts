import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { CommandIo } from '../../../../src/cli/command';
import { NodeFiles } from '../../../../src/files/node-files';
import { runIn as run } from '../../support/cli';
import { describeWithGit, GitBox, runGit } from '../../support/git-box';
import { MemoryFiles } from '../../support/memory-files';

const FILE = '/w/team.purpose.md';
const WORDS = 'We run the build machines for the engineers here.';
const ME = { env: { USER: 'zoe' } };

function runIn(files: MemoryFiles, args: readonly string[], io: Partial<CommandIo> = ME) {
  return run(files, args, '', io);
}

const withStatement = (statement = WORDS) => new MemoryFiles({ [FILE]: `# Team\n\n> ${statement}\n` });
const later = (minutes: number) => ({ ...ME, now: () => new Date(Date.UTC(2026, 10, 22, 16, minutes)) });

describe('purpose note, reaffirm and pivot', () => {
  it('notes how it fits, after recording the statement that it is about', async () => {
    const files = withStatement();
    const args = [
      'note',
      'team.purpose.md',
      '--fit',
      'pinches',
      '-m',
      'We run\nmore.',
      '--phrase',
      'BUILD machines',
    ];
    const { code, out, err } = await runIn(files, args);
    assert.deepEqual([code, err], [0, '']);
    const path = /^Noted in (.*)\.\n$/.exec(out)?.[1] ?? '';
    assert.match(path, /^\.purpose\/team\/2026-11-22T150412Z-note-[0-9a-f]{4}\.md$/);
    const text = files.text(`/w/${path}`);
    for (const part of [
      'author: zoe\n',
      'fit: pinches\n',
      'phrase: BUILD machines\n',
      `> ${WORDS}\n\nWe run\nmore.\n`,
    ]) {
      assert.ok(text.includes(part), text);
    }
    assert.equal(files.paths.filter((name) => name.includes('-start-')).length, 1);
    assert.equal(files.text(FILE), `# Team\n\n> ${WORDS}\n`);
  });

  for (const command of ['reaffirm', 'pivot'])
    it(`${command} is about the statement that the user was asked about, or is not recorded`, async () => {
      const files = withStatement();
      const ask = async () => {
        await files.write(FILE, new TextEncoder().encode('# Team\n\n> We sell cars.\n'));
        return 'We read it aloud in May.';
      };
      const { code, err } = await runIn(files, [command, FILE], { ...ME, interactive: true, ask });
      assert.deepEqual(
        [code, err],
        [2, 'team.purpose.md: the statement was changed meanwhile: read it, then try again.\n'],
      );
      assert.deepEqual(files.paths, [FILE]);
    });

  it('keeps a wording on purpose', async () => {
    const files = withStatement();
    const { code, out } = await runIn(files, ['keep', FILE, '-m', 'Read at the fair.']);
    assert.equal(code, 0);
    const text = files.text(`/w/${/^Kept in (.*)\.\n$/.exec(out)?.[1]}`);
    assert.match(text, /^type: keep$/m);
    assert.ok(text.includes(`> ${WORDS}\n\nRead at the fair.\n`), text);
  });

  it('shows both sides of a pivot, linked in both directions', async () => {
    const files = withStatement();
    const { code, out } = await runIn(files, ['pivot', FILE, '-m', 'The machines are gone.']);
    assert.equal(code, 0);
    assert.match(out, /The old statement and your reason are kept in .*Now write the new statement in/s);
    await files.write(FILE, new TextEncoder().encode('> We lend bicycles.\n'));
    await runIn(files, ['reaffirm', FILE, '-m', 'Yes.', '--author', 'Béla'], later(0));
    const { entries } = JSON.parse((await runIn(files, ['history', FILE, '--format', 'json'])).out) as {
      entries: {
        kind: string;
        author: string;
        note: string;
        record: { id: string };
        replaces: unknown;
        pivot: unknown;
        change: { kind: string } | null;
        statement: string;
      }[];
    };
    const [reaffirmed, next, pivot, start] = entries;
    assert.deepEqual(
      entries.map(({ kind, change }) => [kind, change?.kind]),
      [
        ['reaffirm', undefined],
        ['refine', 'pivot'],
        ['pivot', undefined],
        ['refine', 'start'],
      ],
    );
    assert.deepEqual([reaffirmed?.author, reaffirmed?.note], ['Béla', 'Yes.']);
    assert.equal(pivot?.statement, WORDS);
    assert.deepEqual([next?.pivot, pivot?.replaces], [pivot?.record.id, start?.record.id]);
  });

  it('prefers git’s author to the system user, and records an earlier wording without an author', async () => {
    const files = withStatement();
    const git = async (args: readonly string[]) => {
      if (args[0] === 'config') return 'Zoë\n';
      throw new Error('fatal: not a git repository');
    };
    await runIn(files, ['reaffirm', FILE, '-m', 'Yes.'], { ...ME, git });
    const authors = files.paths
      .filter((path) => path !== FILE)
      .map((path) => [/-(start|reaffirm)-/.exec(path)?.[1], /^author: (.*)$/m.exec(files.text(path))?.[1]]);
    assert.deepEqual(authors, [
      ['start', '""'],
      ['reaffirm', 'Zoë'],
    ]);
  });

  it('asks for the reason at a terminal', async () => {
    const files = withStatement();
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return 'Because.';
    };
    assert.equal((await runIn(files, ['pivot', FILE], { ...ME, interactive: true, ask })).code, 0);
    assert.deepEqual(asked, ['Why pivot? ']);
  });

  const wrong: [string, readonly string[], RegExp, Partial<CommandIo>?][] = [
    ['no file', ['note', '--fit', 'fits'], /^Name the purpose file/],
    ['two files', ['reaffirm', 'a', 'b', '-m', 'x'], /^Name one purpose file only; 2/],
    ['no fit', ['note', FILE], /^Say how it fits: --fit fits\|tight\|loose\|pinches\./],
    ['another fit', ['note', FILE, '--fit', 'snug'], /^There is no fit "snug"/],
    [
      'a phrase that is not there',
      ['note', FILE, '--fit', 'pinches', '--phrase', 'bicycles'],
      /^"bicycles" is not in the statement/,
    ],
    ['no reason', ['pivot', FILE], /^Say why with -m/],
    ['an empty reason', ['reaffirm', FILE, '-m', ' '], /^Say why with -m/],
    ['a file that is not there', ['note', '/w/x.md', '--fit', 'fits'], /^x\.md: there is no such file/],
    ['a file without statement', ['note', '/w/empty.md', '--fit', 'fits'], /has no statement yet/],
    ['nobody', ['note', FILE, '--fit', 'fits'], /^Say who you are with --author/, { env: {} }],
    ['another format', ['history', FILE, '--format', 'xml'], /^There is no format "xml"/],
    ['an option that is none', ['history', FILE, '--colour'], /--colour/],
    ['no file and no history', ['history', '/w/x.md'], /^\/w\/x\.md: there is no such file, and no history/],
  ];
  for (const [what, args, message, io] of wrong) {
    it(`says what is wrong with ${what}, in one line, and writes nothing`, async () => {
      const files = new MemoryFiles({ [FILE]: `> ${WORDS}\n`, '/w/empty.md': '# Team\n' });
      const { code, out, err } = await runIn(files, args, io);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
      assert.equal(err.trimEnd().split('\n').length, 1);
      assert.deepEqual(files.paths, ['/w/empty.md', FILE]);
    });
  }
});

describe('purpose history', () => {
  it('shows changes word by word, marked with or without colour', async () => {
    const files = withStatement();
    await runIn(files, ['note', FILE, '--fit', 'loose', '-m', 'Could be anybody.']);
    await files.write(
      FILE,
      new TextEncoder().encode('> We run the build machines for our engineers here.\n'),
    );
    const { code, out } = await runIn(files, ['history', FILE]);
    assert.equal(code, 0);
    for (const part of [
      'team.purpose.md\n',
      '  tuck, not recorded yet\n    We run the build machines for [-the-] {+our+} engineers here.\n',
      '1 word out, 1 in; 89 % kept; 9 words, reading grade ',
      'note: too loose  zoe\n    Could be anybody.\n',
      '  start\n',
    ]) {
      assert.ok(out.includes(part), out);
    }
    const colored = (await runIn(files, ['history', FILE], { ...ME, color: true })).out;
    assert.ok(colored.includes('\u001b[32mour') && !colored.includes('{+'), colored);
  });

  it('shows what cannot be read and what a terminal must not obey', async () => {
    const files = withStatement('We run \u001b]0;owned\u0007machines.');
    await files.write('/w/.purpose/team/broken.md', new TextEncoder().encode('oh'));
    await runIn(files, ['reaffirm', FILE, '-m', 'Still \u001b[2J.', '--author', 'Z\u001b[31m']);
    const { code, out, err } = await runIn(files, ['history', FILE]);
    assert.equal(code, 0);
    assert.ok(!out.includes('\u001b') && !out.includes('\u0007'), JSON.stringify(out));
    assert.match(
      err,
      /broken\.md: this history record cannot be read .*\nCommits are left out: The program git is not/,
    );
    assert.equal(files.text('/w/.purpose/team/broken.md'), 'oh');
  });

  it('says when there is nothing yet', async () => {
    const { code, out } = await runIn(new MemoryFiles({ [FILE]: '# Team\n' }), ['history', FILE]);
    assert.deepEqual([code, out], [0, 'team.purpose.md has no statement and no history yet.\n']);
  });

  it('asks about records that belong to no file if git cannot detect a rename', async () => {
    const files = withStatement();
    await runIn(files, ['note', FILE, '--fit', 'fits', '-m', 'Before.']);
    await files.rename(FILE, '/w/crew.purpose.md');
    await files.write('/w/.purpose/templates/mine.md', new TextEncoder().encode('> We {{do}}.\n'));
    const { code, err } = await runIn(files, ['history', 'crew.purpose.md']);
    assert.equal(code, 0);
    assert.deepEqual(err.trimEnd().split('\n').slice(1), [
      'The records in .purpose/team belong to no file. Was that the name of this one? Then move them to .purpose/crew to see them here.',
    ]);
    await files.write(FILE, new TextEncoder().encode('> Another team.\n'));
    assert.doesNotMatch((await runIn(files, ['history', 'crew.purpose.md'])).err, /belong to no file/);
  });

  it('explains itself', async () => {
    for (const name of ['history', 'note', 'pivot', 'reaffirm', 'keep']) {
      const { code, out } = await runIn(new MemoryFiles(), [name, '--help']);
      assert.equal(code, 0);
      assert.ok(out.startsWith(`purpose ${name} FILE`), out);
    }
  });
});

describeWithGit('purpose history in a repository', () => {
  let box: GitBox;
  beforeEach(() => {
    box = new GitBox();
    box.rebuild('test/fixtures/history/bicycle-kitchen.jsonl', 'kitchen');
    box.init('kitchen');
  });
  afterEach(() => box.remove());

  async function show(folder: string, ...args: string[]): Promise<string> {
    let out = '';
    const { code, err } = await run(new MemoryFiles(), ['history', 'docs/kitchen.purpose.md', ...args], '', {
      files: new NodeFiles(),
      cwd: box.path(folder),
      git: runGit,
      out: (text) => {
        out += text;
      },
    });
    assert.deepEqual([code, err], [0, '']);
    return out;
  }

  it('shows the records that a rename outside the editor left under the former name', async () => {
    const [older] = JSON.parse(await show('kitchen', '--format', 'json')).entries.slice(-1);
    const former: string = older.commit.path;
    assert.notEqual(former, 'docs/kitchen.purpose.md');
    const folder = `${dirname(former)}/.purpose/${basename(former, '.purpose.md')}`.replace(/^\.\//, '');
    const note =
      '---\ntime: 2025-01-01T00:00:00Z\ntype: note\n---\n\n> We lend.\n\nFrom before the rename.\n';
    box.write(`kitchen/${folder}/2025-01-01T000000Z-note-abcd.md`, note);
    assert.match(await show('kitchen'), /From before the rename\./);
    box.write(`kitchen/${former}`, '# Another file of that name\n');
    assert.doesNotMatch(await show('kitchen'), /From before the rename\./);
  });

  it('continues under the new name after git mv, committed or not', async () => {
    const io = (extra: Partial<CommandIo> = {}) => ({
      files: new NodeFiles(),
      cwd: box.path('kitchen'),
      git: runGit,
      ...extra,
    });
    const note = async (file: string, text: string, minutes: number) => {
      const args = ['note', file, '--fit', 'fits', '-m', text, '--author', 'Zoë'];
      assert.equal((await run(new MemoryFiles(), args, '', io(later(minutes)))).code, 0);
    };
    const kinds = async () => {
      const args = ['history', 'lib/lending.purpose.md', '--format', 'json'];
      const { code, out, err } = await run(new MemoryFiles(), args, '', io());
      assert.deepEqual([code, err], [0, '']);
      return (JSON.parse(out).entries as { kind: string; note: string; record?: { path: string } }[]).map(
        ({ kind, note: said, record }) => [kind, said, record && dirname(record.path)],
      );
    };
    await note('docs/kitchen.purpose.md', 'Before.', 0);
    box.git(['add', '--all'], 'kitchen');
    box.commit('Records', 'kitchen');
    box.git(['mv', '-k', 'docs/kitchen.purpose.md', 'lending.purpose.md'], 'kitchen');
    mkdirSync(box.path('kitchen/lib'));
    box.git(['mv', 'lending.purpose.md', 'lib/lending.purpose.md'], 'kitchen');
    const staged = await kinds();
    assert.deepEqual(staged[0], ['note', 'Before.', 'docs/.purpose/kitchen']);
    assert.equal(staged.length, 6);
    await note('lib/lending.purpose.md', 'After.', 30);
    const expected = [['note', 'After.', 'lib/.purpose/lending'], ...staged];
    assert.deepEqual(await kinds(), expected);
    box.commit('Move it', 'kitchen');
    assert.deepEqual(await kinds(), expected);
  });

  it('keeps its JSON contract', async () => {
    const json = JSON.parse(await show('kitchen', '--format', 'json'));
    const { entries, ...head } = json;
    assert.deepEqual(head, {
      version: 1,
      path: 'docs/kitchen.purpose.md',
      git: 'repository',
      older: 'none',
      unreadable: [],
    });
    assert.equal(entries.length, 5);
    const statement = 'We offer people in the quarter a great place for bicycles.';
    assert.deepEqual(entries[3], {
      kind: 'refine',
      time: '2024-03-14T19:00:00.000Z',
      author: 'Ada Birch',
      statement,
      markdown: statement,
      previous: 'We want to strive to offer many people in the quarter a great place for bicycles.',
      change: { kind: 'trim', out: 5, in: 0, kept: 11 / 16, explanation: '5 words out; 69 % kept' },
      figures: entries[3].figures,
      note: '',
      fit: null,
      phrase: null,
      uncommitted: false,
      record: null,
      replaces: null,
      pivot: null,
      commit: {
        hash: entries[3].commit.hash,
        subject: 'Cut what we would all say anyway',
        author: 'Ada Birch',
        time: '2024-03-14T19:00:00.000Z',
        path: 'about.md',
      },
    });
    assert.equal(entries[3].figures.words, 11);
    assert.match(entries[3].commit.hash, /^[0-9a-f]{40}$/);
  });

  it('prints a Markdown story', async () => {
    const story = await show('kitchen', '--format', 'markdown');
    assert.match(
      story,
      /^# How “kitchen” came to be\n\n## 2024-03-07: start, Ada Birch\n\n> We want to strive/,
    );
    assert.match(story, /We ~~want to strive to~~ offer ~~many~~ people/);
    assert.match(story, /## 2025-11-06: rewritten, Ada Birch/);
  });

  it('says that older history is not in a shallow clone', async () => {
    box.git(['clone', '--quiet', '--depth', '2', `file://${box.path('kitchen')}`, 'shallow']);
    assert.match(await show('shallow'), /"git fetch --unshallow" brings it here\.\n$/);
    assert.match(await show('shallow', '--format', 'markdown'), /_What came before is not in this clone\._/);
  });
});
