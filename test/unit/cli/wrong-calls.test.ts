import assert from 'node:assert/strict';
import { runIn } from '../support/cli';

const world = {
  '/w/team.purpose.md': '> We mend bicycles with teenagers in Leith.\n',
  '/w/page.svg': '<svg/>',
};

describe('a call that cannot be right', () => {
  for (const [args, said] of [
    [['lnit'], 'There is no command “lnit”; did you mean lint?'],
    [
      ['lint', '--fromat', 'json'],
      'There is no option --fromat; did you mean --format? See `purpose lint --help`.',
    ],
    [['lint', ''], 'A PATH is empty; name a file or a folder, or leave it out. See `purpose lint --help`.'],
    [
      ['share', '', 'team.purpose.md'],
      'A PATH is empty; name a file or a folder, or leave it out. See `purpose share --help`.',
    ],
    [['lint', '--surplus'], 'There is no option --surplus. See `purpose lint --help`.'],
    [['lint', '--format'], '--format needs a value. See `purpose lint --help`.'],
    [['pivot', 'team.purpose.md', '-m'], '--message needs a value. See `purpose pivot --help`.'],
    [['lint', '--fix=all'], '--fix takes no value. See `purpose lint --help`.'],
    [
      ['reaffirm', 'team.purpose.md', '-m', '-x'],
      '--message needs a value; one that begins with a dash is written --message=-…. See `purpose reaffirm --help`.',
    ],
    [['templates', 'team'], '“team” is one argument too many. See `purpose templates --help`.'],
    [
      ['note', 'taem.purpose.md', '--fit', 'fits'],
      'taem.purpose.md: there is no such file. Did you mean team.purpose.md?',
    ],
    [['note', 'team', '--fit', 'fits'], 'team: there is no such file. Did you mean team.purpose.md?'],
    [
      ['history', 'taem.purpose.md'],
      'taem.purpose.md: there is no such file, and no history of it. Did you mean team.purpose.md?',
    ],
    [
      ['share', 'taem.purpose.md'],
      'taem.purpose.md: there is no such file or folder. Did you mean team.purpose.md?',
    ],
    [['note', 'other.purpose.md', '--fit', 'fits'], 'other.purpose.md: there is no such file.'],
    [
      ['note', 'page.svg', '--fit', 'fits'],
      'page.svg: this is not a Markdown file; a purpose is in NAME.purpose.md or another Markdown file.',
    ],
  ] as const)
    it(`says in one sentence what is wrong: purpose ${args.join(' ')}`, async () => {
      const { code, out, err } = await runIn(world, [...args]);
      assert.deepEqual([code, out, err], [2, '', `${said}\n`]);
    });

  it('names the file that was probably meant, and lints the others: purpose lint taem.purpose.md team', async () => {
    const { code, out, err } = await runIn(world, [
      'lint',
      'taem.purpose.md',
      'team.purpose.md',
      'x',
      '--format',
      'json',
    ]);
    assert.equal(code, 2);
    assert.equal(
      err,
      'taem.purpose.md: there is no such file. Did you mean team.purpose.md?\nx: there is no such file.\n',
    );
    assert.deepEqual(
      JSON.parse(out).files.map(({ path }: { path: string }) => path),
      ['team.purpose.md'],
    );
  });
});
