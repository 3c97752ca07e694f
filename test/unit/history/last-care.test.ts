import assert from 'node:assert/strict';
import { GitProgram } from '../../../src/history/git-program';
import { readCare, readCommittedCare } from '../../../src/history/last-care';
import { recordsFolder } from '../../../src/history/records-folder';
import { describeWithGit, GitBox, runGit } from '../support/git-box';
import { MemoryFiles } from '../support/memory-files';
import { recordEntry, recordRefinement } from '../support/recording';

const PATH = '/w/team.purpose.md';

function writing(text: string, minutes: number) {
  return {
    statement: { plain: text, markdown: text },
    author: 'Ana',
    now: new Date(Date.UTC(2026, 0, 1, 0, minutes)),
    figuresOf: () => ({ grade: 5, vague: 0, words: 4 }),
  };
}

describe('readCare', () => {
  it('returns nothing for a purpose without records', async () => {
    assert.equal(await readCare(new MemoryFiles(), PATH), undefined);
  });

  it('distinguishes the last change, note and reaffirmation', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, PATH, writing('We mend bicycles.', 0));
    await recordEntry(files, PATH, { type: 'reaffirm', note: 'Still so.' }, writing('We mend bicycles.', 5));
    await recordRefinement(files, PATH, writing('We mend bicycles with children.', 20));
    await recordEntry(
      files,
      PATH,
      { type: 'note', fit: 'tight', note: 'And with their parents.' },
      writing('We mend bicycles with children.', 40),
    );
    const care = await readCare(files, PATH);
    assert.equal(care?.last.type, 'note');
    assert.equal(care?.noted?.fit, 'tight');
    assert.equal(care?.refined?.statement, 'We mend bicycles with children.');
    assert.equal(care?.reaffirmed?.note, 'Still so.');
  });

  it('skips a file that is not a record', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, PATH, writing('We mend bicycles.', 0));
    await files.write(`${recordsFolder(PATH)}/9999-broken.md`, new TextEncoder().encode('no front matter'));
    assert.equal((await readCare(files, PATH))?.last.statement, 'We mend bicycles.');
  });

  it('counts a commit that changed the statement, once with the record that it commits', async () => {
    const files = new MemoryFiles();
    const day = (at: number) => new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString();
    const refined = (at: number, statement: string) => ({
      refined: { time: day(at), author: 'Ben', type: 'refine', statement, commit: 'c1' },
      formerNames: [],
    });
    const last = async (at: number, statement: string) => {
      const care = await readCare(files, PATH, refined(at, statement));
      return [care?.last.author, care?.last.time, care?.refined?.author];
    };
    assert.deepEqual(await last(10, 'We lend bicycles.'), ['Ben', day(10), 'Ben']);
    await recordRefinement(files, PATH, writing('We mend bicycles.', 20));
    assert.deepEqual(await last(10, 'We lend bicycles.'), ['Ana', day(20), 'Ana']);
    assert.deepEqual(await last(30, 'We mend bicycles.'), ['Ana', day(20), 'Ana']);
    assert.deepEqual(await last(15, 'We mend\n*bicycles*.'), ['Ben', day(15), 'Ben']);
    assert.deepEqual(await last(30, 'We lend bicycles.'), ['Ben', day(30), 'Ben']);
    await recordEntry(files, PATH, { type: 'note', fit: 'fits' }, writing('We mend bicycles.', 40));
    assert.deepEqual(await last(30, 'We lend bicycles.'), ['Ana', day(40), 'Ben']);
  });

  it('reads the records of former names, unless another file has the name', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, '/w/crew.purpose.md', writing('We mend bicycles.', 0));
    const committed = { formerNames: ['/w/crew.purpose.md'] };
    assert.equal((await readCare(files, PATH, committed))?.last.statement, 'We mend bicycles.');
    await files.write('/w/crew.purpose.md', new TextEncoder().encode('> Others.\n'));
    assert.equal(await readCare(files, PATH, committed), undefined);
  });
});

describeWithGit('readCommittedCare', () => {
  let box: GitBox;
  before(() => {
    box = new GitBox().init();
  });
  after(() => box.remove());

  it('finds the newest commit that changed the statement, however far back, and the former names', async () => {
    const asked: string[] = [];
    const git = new GitProgram((args, cwd, signal, input) => {
      asked.push(args.find((arg) => /^(?:log|cat-file|rev-parse|diff)$/.test(arg)) ?? '');
      return runGit(args, cwd, signal, input);
    });
    const find = (name: string) => readCommittedCare(git, box.path(name));
    assert.deepEqual(await find('team.purpose.md'), { formerNames: [] });
    const text = (more: string) => `# Team\n\n> We mend bicycles.\n\n${'More of us.\n'.repeat(20)}${more}\n`;
    box.write('crew.purpose.md', text('').replace('mend', 'lend'));
    box.commit('first');
    box.write('crew.purpose.md', text(''));
    box.commit('second');
    asked.length = 0;
    assert.deepEqual(
      [(await find('crew.purpose.md')).refined?.time, asked],
      ['2024-01-02T00:00:00.000Z', ['log', 'cat-file']],
    );
    box.git(['mv', 'crew.purpose.md', 'team.purpose.md']);
    for (let at = 0; at < 9; at++) {
      box.write('team.purpose.md', text(`And ${at}.`));
      box.commit('elsewhere in the file');
    }
    const found = await find('team.purpose.md');
    assert.deepEqual(
      [found.refined?.time, found.refined?.author, found.formerNames],
      ['2024-01-02T00:00:00.000Z', 'Zoë', [box.path('crew.purpose.md')]],
    );
  });
});
