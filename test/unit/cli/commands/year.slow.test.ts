import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { NodeFiles } from '../../../../src/files/node-files';
import { runIn } from '../../support/cli';
import { describeWithGit, GitBox, runGit } from '../../support/git-box';
import { MemoryFiles } from '../../support/memory-files';

const FILE = 'team.purpose.md';
const FIRST = 'We mend bicycles with teenagers in Leith so that they can get to work.';
const SECOND = 'We mend bicycles with teenagers in Leith so that they get to school and work.';
/** Two people work in one clone, three in the other. */
const CLONES = { here: ['Ana', 'Bo'], there: ['Caro', 'Dee', 'Edo'] } as const;
type Clone = keyof typeof CLONES;

describeWithGit('a year of a group of five, in two clones', () => {
  let box: GitBox;
  let day = '2026-11-27';
  beforeEach(() => {
    box = new GitBox();
    box.init('here');
    box.write(`here/${FILE}`, `# Kitchen\n\n> ${FIRST}\n`);
    box.commit('Begin', 'here');
    box.git(['clone', '--quiet', 'here', 'there']);
    box.init('there');
  });
  afterEach(() => box.remove());

  /** Runs the program in a clone; a call that fails fails the case. */
  async function purpose(clone: Clone, ...args: string[]): Promise<string> {
    const ran = await attempt(clone, ...args);
    assert.equal(ran.code, 0, ran.err);
    return ran.out;
  }

  const attempt = (clone: Clone, ...args: string[]) =>
    runIn(new MemoryFiles(), args, '', {
      files: new NodeFiles(),
      cwd: box.path(clone),
      git: runGit,
      now: () => new Date(`${day}T10:00:00Z`),
      env: { USER: CLONES[clone][0] },
    });

  const consent = (clone: Clone, ...args: string[]) => purpose(clone, 'consent', FILE, ...args);
  const text = (clone: Clone) => readFileSync(box.path(clone, FILE), 'utf8');

  async function careOf(clone: Clone): Promise<string[]> {
    const { out } = await attempt(clone, 'lint', FILE, '--format', 'json');
    const [file] = JSON.parse(out).files as { findings: { rule: string }[] }[];
    return (file?.findings ?? [])
      .map(({ rule }) => rule)
      .filter((rule) => /^(?:ratified|open-objection)/.test(rule));
  }

  /** Commits both clones and merges each into the other. It fails on any conflict. */
  function merge(): void {
    for (const clone of ['here', 'there'] as const) box.commit(`Of ${clone}, ${day}`, clone);
    box.git(['pull', '--quiet', '--no-edit', '--no-rebase', '../there', 'main'], 'here');
    box.git(['pull', '--quiet', '--no-edit', '--no-rebase', '../here', 'main'], 'there');
    assert.equal(text('here'), text('there'));
  }

  async function everybody(run: (name: string, clone: Clone) => Promise<unknown>): Promise<void> {
    for (const clone of ['here', 'there'] as const) for (const name of CLONES[clone]) await run(name, clone);
  }

  it('loses no answer, and says at each turn what is open', async () => {
    // The first round: Caro objects.
    await consent('here', ...['Ana', 'Bo', 'Caro', 'Dee', 'Edo'].flatMap((name) => ['--ask', name]));
    merge();
    await everybody((name, clone) =>
      name === 'Caro'
        ? consent(clone, '--as', name, '--object', 'most of them are still at school')
        : consent(clone, '--as', name, '--agree'),
    );
    merge();
    assert.match(await consent('here'), /4 of 5 agree; 1 objection is open\.\n$/);
    assert.deepEqual(await careOf('there'), ['open-objection']);
    const refused = await attempt('here', 'consent', FILE, '--ratify');
    assert.deepEqual([refused.code, /objection is open \(Caro\)/.test(refused.err)], [2, true]);

    // The objection is answered by other words, and a second round about them is ratified.
    day = '2026-12-04';
    writeFileSync(box.path('there', FILE), text('there').replace(FIRST, SECOND));
    merge();
    await consent('here', ...['Ana', 'Bo', 'Caro', 'Dee', 'Edo'].flatMap((name) => ['--ask', name]));
    merge();
    await everybody((name, clone) =>
      name === 'Edo'
        ? consent(clone, '--as', name, '--reservations', 'who teaches in winter?')
        : consent(clone, '--as', name, '--agree'),
    );
    merge();
    assert.match(await consent('there', '--ratify', '--until', '2027-11'), /^Ratified in /);
    merge();
    assert.deepEqual(await careOf('here'), []);
    for (const kept of [
      'Caro: object: most of them are still at school',
      'Edo: with reservations: who teaches in winter?',
      'ratified: 2026-12-04 by 5 of 5 until 2027-11',
    ])
      assert.ok(text('here').includes(kept), kept);

    // Heard, the first time: each from memory, in both clones at once.
    day = '2027-01-15';
    await everybody((name, clone) =>
      purpose(clone, 'heard', FILE, '--as', name, '-m', `We mend bikes, says ${name}.`),
    );
    merge();
    assert.match(await purpose('there', 'heard', FILE, '--report'), /2027-01, 5 answers/);

    // A review keeps a dated answer; a change after the ratification is told until it is taken back.
    day = '2027-05-02';
    await purpose('here', 'review', FILE, '--told', 'Samir: I start on Monday.', '-m', 'It holds.');
    writeFileSync(box.path('there', FILE), text('there').replace('> We mend', '> We repair'));
    merge();
    assert.deepEqual(await careOf('here'), ['ratified-changed']);
    writeFileSync(box.path('here', FILE), text('here').replace('> We repair', '> We mend'));
    merge();
    assert.deepEqual(await careOf('there'), []);

    // A year later the term has ended, and the second hearing is beside the first.
    day = '2027-12-02';
    assert.deepEqual(await careOf('there'), ['ratified-expired']);
    await everybody((name, clone) =>
      purpose(
        clone,
        'heard',
        FILE,
        '--as',
        name,
        '-m',
        'We mend bicycles with teenagers so that they get to school.',
      ),
    );
    merge();
    const heard = JSON.parse(await purpose('here', 'heard', FILE, '--report', '--format', 'json'));
    const rounds = heard.rounds as { round: string; answers: number; heard: { who: number } }[];
    assert.deepEqual(
      rounds.map(({ round, answers, heard: { who } }) => [round, answers, who]),
      [
        ['2027-01', 5, 0],
        ['2027-12', 5, 5],
      ],
    );
    for (const clone of ['here', 'there'] as const)
      assert.deepEqual(
        readdirSync(box.path(clone, '.purpose/team/heard')).map(
          (round) => readdirSync(box.path(clone, '.purpose/team/heard', round)).length,
        ),
        [5, 5],
      );
    const story = await purpose('there', 'history', FILE, '--format', 'markdown');
    for (const told of ['What one of them said:** Samir: I start on Monday.', ': ratify', ': reaffirm'])
      assert.ok(story.includes(told), told);
  });
});
