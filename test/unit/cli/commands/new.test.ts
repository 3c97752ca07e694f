import assert from 'node:assert/strict';
import { type Command, type CommandIo, UsageError } from '../../../../src/cli/command';
import { newCommand } from '../../../../src/cli/commands/new';
import { templatesCommand } from '../../../../src/cli/commands/templates';
import { FileError } from '../../../../src/files/file-access';
import { builtInTemplates } from '../../../../src/templates/built-in';
import { MemoryFiles } from '../../support/memory-files';

/** Runs a command in /w; `lines` is what a user types, and its end is a closed terminal. */
async function run(command: Command, args: string[], files = new MemoryFiles(), lines?: string[]) {
  const said = { out: '', err: '', asked: [] as string[] };
  const io: CommandIo = {
    files,
    cwd: '/w',
    windows: true,
    stdin: async () => new Uint8Array(),
    interactive: lines !== undefined,
    color: false,
    ask: async (question) => {
      said.asked.push(question);
      const line = lines?.shift();
      if (line === undefined) throw new Error('closed');
      return line;
    },
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    now: () => new Date(0),
    env: {},
    run: () => Promise.reject(new Error('No program is run here.')),
    git: async () => '',
  };
  const code = await command.run(args, io);
  return { code, files, ...said };
}

const GUILD = { '/w/.purpose/templates/guild.md': '# {{title}}\n\n> We {{what}} for {{who}}.\n' };

describe('purpose new', () => {
  it('fills the blanks from options and lists the open ones', async () => {
    const args = ['crew', '--template', 'guild', '--title', 'Crew', '--answer', 'what=bake a=b bread'];
    const { code, files, out } = await run(newCommand, args, new MemoryFiles(GUILD));
    assert.equal(code, 0);
    assert.equal(files.text('/w/crew.purpose.md'), '# Crew\n\n> We bake a=b bread for {{who}}.\n');
    assert.equal(out, 'Wrote crew.purpose.md from the template “guild”.\nStill open: {{who}}.\n');
  });

  it('gives a name its ending and takes one that has it', async () => {
    for (const [named, written] of [
      ['a', '/w/a.purpose.md'],
      ['a.md', '/w/a.purpose.md'],
      ['sub\\a.purpose.md', '/w/sub/a.purpose.md'],
      ['/x/A.Purpose.MD', '/x/A.Purpose.MD'],
    ] as const) {
      const { files } = await run(newCommand, [named]);
      assert.deepEqual(files.paths, [written]);
    }
  });

  it('says that a file in its way is empty, and leaves it', async () => {
    const files = new MemoryFiles({ '/w/team.purpose.md': '' });
    await assert.rejects(run(newCommand, ['team', '--template', 'so-that'], files), {
      code: 'exists',
      message: /is there already, but empty .*: delete it\.$/,
    });
    assert.equal(files.text('/w/team.purpose.md'), '');
  });

  it('never overwrites a file, nor asks a question first', async () => {
    const files = new MemoryFiles({ '/w/a.purpose.md': 'mine' });
    const lines = ['1'];
    await assert.rejects(run(newCommand, ['a'], files, lines), FileError);
    assert.equal(files.text('/w/a.purpose.md'), 'mine');
    assert.deepEqual(lines, ['1']);
  });

  it('asks one question after the other, back and forth, with what was said before', async () => {
    const lines = ['1', 'Crew', 'bake', '<', '', 'us'];
    const { files, asked } = await run(newCommand, ['a'], new MemoryFiles(GUILD), lines);
    assert.equal(files.text('/w/a.purpose.md'), '# Crew\n\n> We bake for us.\n');
    assert.match(asked[1] ?? '', /^\n1\/3 What belongs in “title”\?\n> $/);
    assert.match(asked[4] ?? '', /2\/3 [\s\S]*Until now: bake \(return keeps it\)/);
    assert.equal(asked.length, 6);
  });

  it('asks only what the options left open', async () => {
    const args = ['a', '--template', 'guild', '--answer', 'what=bake'];
    const { files, asked } = await run(newCommand, args, new MemoryFiles(GUILD), ['Crew', 'us']);
    assert.equal(files.text('/w/a.purpose.md'), '# Crew\n\n> We bake for us.\n');
    assert.match(asked[1] ?? '', /2\/2 What belongs in “who”/);
  });

  it('keeps the answers if the questions end early', async () => {
    for (const lines of [['Crew', '.'], ['Crew']]) {
      const { code, files } = await run(
        newCommand,
        ['a', '--template', 'guild'],
        new MemoryFiles(GUILD),
        lines,
      );
      assert.equal(code, 0);
      assert.equal(files.text('/w/a.purpose.md'), '# Crew\n\n> We {{what}} for {{who}}.\n');
    }
  });

  it('shows the text if it cannot be written', async () => {
    const files = new MemoryFiles(GUILD);
    files.create = async (path) => {
      throw new FileError('unwritable', path, `${path}: it cannot be written (EACCES).`);
    };
    let err = '';
    const io = {
      files,
      cwd: '/w',
      interactive: true,
      ask: async () => 'x',
      out: () => {},
      err: (text: string) => {
        err += text;
      },
    };
    await assert.rejects(newCommand.run(['a', '--template', 'guild'], io as unknown as CommandIo), /EACCES/);
    assert.match(err, /^# x\n\n> We x for x\./);
  });

  it('asks again after a name that is no template', async () => {
    const { code, out, asked } = await run(newCommand, ['a'], new MemoryFiles(GUILD), [
      'zzz',
      'guild',
      'A',
      '.',
    ]);
    assert.equal(code, 0);
    assert.match(out, /^There is no template “zzz”\.$/m);
    assert.equal(asked.filter((question) => question.startsWith('Which one?')).length, 2);
    assert.match(out, /^Wrote a\.purpose\.md from the template “/m);
  });

  it('explains a call that cannot be carried out', async () => {
    for (const [args, message] of [
      [[], /^Say which file to write\.$/],
      [['a', 'b'], /^One file at a time: “b” is one too many\.$/],
      [['a', '--template', 'nope'], /^There is no template “nope”; there are guild, personal, /],
      [['a', '--template', 'guild', '--answer', 'who'], /^--answer takes BLANK=TEXT, not “who”\.$/],
      [
        ['a', '--template', 'guild', '--answer', 'x=y'],
        /^“guild” has no blank “x”; it has title, what, who\.$/,
      ],
    ] as const) {
      const files = new MemoryFiles(GUILD);
      await assert.rejects(run(newCommand, [...args], files), (error) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, message);
        return true;
      });
      assert.deepEqual(files.paths, Object.keys(GUILD));
    }
  });
});

describe('purpose templates', () => {
  it('lists own templates first and every built-in one', async () => {
    const { out, code } = await run(templatesCommand, [], new MemoryFiles(GUILD));
    assert.equal(code, 0);
    assert.match(
      out,
      /^guild {2}guild\n {4}Blanks: title, what, who\n {4}\/w\/\.purpose\/templates\/guild\.md\n\npersonal {2}Personal purpose\n/,
    );
    for (const { id, title } of builtInTemplates()) assert.ok(out.includes(`\n${id}  ${title}\n`), id);
  });

  it('prints the same as JSON', async () => {
    const { out } = await run(templatesCommand, ['--format', 'json']);
    const { version, templates, problems } = JSON.parse(out);
    assert.equal(version, 1);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      templates.map(({ id, for: audience }: { id: string; for: string }) => [id, audience]),
      builtInTemplates().map(({ id, audience }) => [id, audience]),
    );
    await assert.rejects(run(templatesCommand, ['--format', 'xml']), UsageError);
  });

  it('finds templates in parent folders and in given folders, and reports faulty ones', async () => {
    const files = new MemoryFiles({
      '/.purpose/templates/above.md': 'Above.',
      '/shared/named.md': '---\ntitle: "\u001b[31mRed"\ncolour: red\n---\nNamed.',
    });
    const { out, err } = await run(templatesCommand, ['--templates', '../shared'], files);
    assert.match(out, /^named {2}\[31mRed\n[\s\S]*\nabove {2}above\n/);
    assert.match(err, /^\/shared\/named\.md:3: “colour” is not known here/);
  });
});
