import assert from 'node:assert/strict';
import { NodeFiles } from '../../../src/files/node-files';
import { runIn } from '../support/cli';
import { describeWithGit, GitBox, runGit } from '../support/git-box';
import { MemoryFiles } from '../support/memory-files';

const AUTHOR = ['--author', 'Zoë'];
const monthly = '---\nreview: monthly\n---\n\nWe mend bicycles with teenagers.\n';

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly text: string;
  readonly related: readonly { readonly path: string; readonly message: string; readonly start: object }[];
}

/** The findings of the three care rules in a file. */
async function care(
  files: MemoryFiles | Record<string, string>,
  path: string,
  now = '2026-11-22T15:04:12Z',
): Promise<Told[]> {
  const { out } = await runIn(files, ['lint', '--format', 'json', path], '', { now: () => new Date(now) });
  const [file] = JSON.parse(out).files as { findings: Told[] }[];
  return file?.findings.filter(({ rule }) => /^(?:review-overdue|broken-link|stale-copy)$/.test(rule)) ?? [];
}

describe('care in purpose lint', () => {
  it('counts an interval from the newest record, and reaffirming clears it', async () => {
    const files = new MemoryFiles({ '/w/team.purpose.md': monthly });
    assert.deepEqual(await care(files, 'team.purpose.md', '2040-01-01T00:00:00Z'), []);
    const say = (command: string[], now: string) =>
      runIn(files, [...command, ...AUTHOR], '', { now: () => new Date(now) });
    assert.equal((await say(['note', 'team.purpose.md', '--fit', 'fits'], '2026-09-01T10:00:00Z')).code, 0);
    assert.deepEqual(await care(files, 'team.purpose.md', '2026-10-01T23:00:00Z'), []);
    const [late, ...more] = await care(files, 'team.purpose.md', '2026-10-03T00:00:00Z');
    assert.deepEqual(more, []);
    assert.deepEqual(late && [late.rule, late.severity, late.text, late.message], [
      'review-overdue',
      'warning',
      'monthly',
      'The review of this purpose was due on 2026-10-01, 2 days ago.',
    ]);
    assert.equal(
      (await say(['reaffirm', 'team.purpose.md', '-m', 'It holds.'], '2026-10-03T10:00:00Z')).code,
      0,
    );
    assert.deepEqual(await care(files, 'team.purpose.md', '2026-10-03T11:00:00Z'), []);
  });

  it('points at what it counts from, at what a copy copies and at a name that is nearly the missing one', async () => {
    const files = new MemoryFiles({ '/w/team.purpose.md': monthly });
    const [told] = [
      await runIn(files, ['note', 'team.purpose.md', '--fit', 'fits', ...AUTHOR], '', {
        now: () => new Date('2026-09-01T10:00:00Z'),
      }),
    ];
    assert.equal(told.code, 0);
    const [late] = await care(files, 'team.purpose.md');
    assert.match(late?.related[0]?.path ?? '', /^\.purpose\/team\/2026-09-01T100000Z-.*\.md$/);
    assert.equal(late?.related[0]?.message, 'Counted from here: a note on how it fits by Zoë on 2026-09-01.');
    const [stale] = await care(
      {
        '/w/a/guild.purpose.md': '# Guild\n\n> We mend what breaks.\n',
        '/w/team.purpose.md':
          'We mend.\n\n<!-- purpose:begin a/guild.purpose.md -->\nOld.\n<!-- purpose:end -->\n',
      },
      'team.purpose.md',
    );
    assert.deepEqual(stale?.related, [
      {
        message: 'The statement that it copies is here.',
        path: 'a/guild.purpose.md',
        start: { line: 3, column: 3, offset: 11 },
        end: { line: 3, column: 23, offset: 31 },
      },
    ]);
    const broken = { '/w/team.purpose.md': '---\nserves: up/giuld.purpose.md\n---\nWe mend.\n' };
    const near = async (files: Record<string, string>) =>
      (await care({ ...broken, ...files }, 'team.purpose.md')).flatMap(({ related }) =>
        related.map(({ path }) => path),
      );
    assert.deepEqual(await near({ '/w/up/guild.purpose.md': 'We mend what breaks.' }), [
      'up/guild.purpose.md',
    ]);
    assert.deepEqual(await near({ '/w/giuld.purpose.md': 'We mend.', '/w/guild.purpose.md': '' }), [
      'giuld.purpose.md',
    ]);
    assert.deepEqual(await near({ '/w/bakery.purpose.md': 'We bake.' }), []);
  });

  it('also reports related places to code scanning', async () => {
    const text = '> We feed many families.\n\nOn Mondays the families of Leith come.\n';
    const { out } = await runIn({ '/w/team.purpose.md': text }, ['lint', '--format', 'sarif']);
    const [result] = JSON.parse(out).runs[0].results.filter(
      ({ ruleId }: { ruleId: string }) => ruleId === 'vague-quantity',
    );
    assert.deepEqual(result.relatedLocations, [
      {
        id: 0,
        message: { text: 'Written out here: “families of Leith”' },
        physicalLocation: {
          artifactLocation: { uri: 'team.purpose.md', uriBaseId: '%SRCROOT%' },
          region: {
            startLine: 3,
            startColumn: 16,
            endLine: 3,
            endColumn: 33,
            charOffset: 41,
            charLength: 17,
          },
        },
      },
    ]);
  });

  it('ends with 1 from a warning on, and follows settings and comments', async () => {
    const late = (more: string, end = '') =>
      `---\nreview: 2026-11-01\n${more}---\n\nWe mend bicycles with teenagers.\n${end}`;
    const run = async (text: string) => {
      const { code } = await runIn({ '/w/team.purpose.md': text }, ['lint']);
      return [
        code,
        (await care({ '/w/team.purpose.md': text }, 'team.purpose.md')).map((one) => one.severity),
      ];
    };
    assert.deepEqual(await run(late('')), [1, ['warning']]);
    assert.deepEqual(await run(late('lint: { review-overdue: off }\n')), [0, []]);
    assert.deepEqual(await run(late('lint: { review-overdue: info }\n')), [0, ['info']]);
    assert.deepEqual(await run(late('', '\n<!-- purpose disable review-overdue: in May -->\n')), [0, []]);
    assert.deepEqual(await run(late('', '\n<!-- purpose disable broken-link -->\n')), [1, ['warning']]);
  });

  it('reports dangling links and loops, each in the files concerned', async () => {
    const serves = (path: string) => `---\nserves: ${path}\n---\n\nWe mend bicycles.\n`;
    const world = {
      '/w/a.purpose.md': serves('deep/b.purpose.md'),
      '/w/deep/b.purpose.md': serves('../a.purpose.md'),
      '/w/c.purpose.md': serves('a.purpose.md'),
      '/w/d.purpose.md': serves('gone.purpose.md'),
      '/w/e.purpose.md': serves('d.purpose.md'),
    };
    const told = async (path: string) => (await care(world, path)).map(({ message }) => message);
    assert.deepEqual(await told('a.purpose.md'), ['These purposes serve each other in a loop: a → b → a.']);
    assert.deepEqual(await told('deep/b.purpose.md'), [
      'These purposes serve each other in a loop: b → a → b.',
    ]);
    assert.deepEqual(await told('c.purpose.md'), []);
    assert.deepEqual(await told('d.purpose.md'), ['There is no purpose file at "gone.purpose.md".']);
    assert.deepEqual(await told('e.purpose.md'), []);
  });

  it('finds a stale copy in a purpose file at its marker, and a comment above silences it', async () => {
    const copy = '<!-- purpose:begin guild.purpose.md -->\n> Old.\n<!-- purpose:end -->\n';
    const world = (above: string) => ({
      '/w/guild.purpose.md': 'We bring workshops together.\n',
      '/w/team.purpose.md': `We mend bicycles.\n\n${above}${copy}`,
    });
    const [found] = await care(world(''), 'team.purpose.md');
    assert.equal(found?.text, '<!-- purpose:begin guild.purpose.md -->');
    assert.match(found?.message ?? '', /^This copy differs from the statement in guild/);
    assert.deepEqual(
      await care(world('<!-- purpose ignore stale-copy: of 2019 -->\n\n'), 'team.purpose.md'),
      [],
    );
  });

  it('says nothing of standard input that has no name, and follows links from one that has', async () => {
    const text = '---\nserves: gone.purpose.md\n---\n\nWe mend bicycles.\n';
    const rules = async (...args: string[]) => {
      const { out } = await runIn({}, ['lint', '--format', 'json', ...args], text);
      return (JSON.parse(out).files[0].findings as Told[]).map(({ rule }) => rule);
    };
    assert.ok(!(await rules('-')).includes('broken-link'));
    assert.ok((await rules('--stdin-filename', 'team.purpose.md')).includes('broken-link'));
  });
});

describeWithGit('care in purpose lint, with git', () => {
  it('counts from the newest commit that changed the statement if nothing was recorded since', async () => {
    const box = new GitBox().init();
    try {
      box.write('team.purpose.md', monthly);
      box.commit('Begin'); // 1 January 2024
      box.write('team.purpose.md', monthly.replace('mend', 'repair'));
      box.commit('Reword'); // 2 January 2024
      box.write('team.purpose.md', `${monthly.replace('mend', 'repair')}\nMore below.\n`);
      box.commit('Add'); // 3 January 2024: does not change the statement
      let out = '';
      const { code } = await runIn(new MemoryFiles({}), ['lint', '--format', 'json'], '', {
        files: new NodeFiles(),
        cwd: box.folder,
        git: runGit,
        now: () => new Date('2024-02-03T00:00:00Z'),
        out: (text) => {
          out += text;
        },
      });
      assert.equal(code, 1);
      assert.match(out, /due on 2024-02-02, 1 day ago/);
    } finally {
      box.remove();
    }
  });
});
