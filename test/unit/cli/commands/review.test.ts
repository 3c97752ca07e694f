import assert from 'node:assert/strict';
import type { CommandIo } from '../../../../src/cli/command';
import { parseRecord } from '../../../../src/history/record-text';
import { runIn } from '../../support/cli';
import { MemoryFiles } from '../../support/memory-files';

const FILE = '/w/team.purpose.md';
const WORDS = 'We mend bicycles with teenagers in Leith so that they get to work.';
const withStatement = () => new MemoryFiles({ [FILE]: `# Team\n\n> ${WORDS}\n` });
const on = (day: string, more: Partial<CommandIo> = {}): Partial<CommandIo> => ({
  env: { USER: 'zoe' },
  now: () => new Date(`${day}T10:00:00Z`),
  ...more,
});

const review = (files: MemoryFiles, args: readonly string[], io = on('2026-11-27')) =>
  runIn(files, ['review', FILE, ...args], '', io);

function records(files: MemoryFiles) {
  return files.paths
    .filter((path) => /-(?:note|reaffirm)-/.test(path))
    .map((path) => parseRecord(path, files.text(path)) as { type: string; answers?: object; note: string });
}

describe('purpose review', () => {
  it('shows the questions, naming those whom the purpose is for, and records nothing', async () => {
    const files = withStatement();
    const { code, out } = await review(files, []);
    assert.equal(code, 0);
    assert.match(
      out,
      /When did one of those it is for \(teenagers.*\) last tell you\? What did they say\?\n {2}\(not answered yet\)/,
    );
    assert.equal(out.match(/\(not answered yet\)/g)?.length, 4);
    assert.deepEqual(files.paths, [FILE]);
  });

  it('keeps answers as fields of a dated record, and shows the last one to each question', async () => {
    const files = withStatement();
    await review(files, ['--told', 'Samir: “I start: Monday.”', '--camera', ' '], on('2026-05-02'));
    const { out } = await review(files, [
      '--told',
      'Nobody, since May.',
      '--missed',
      'The night shift',
      '-m',
      'It holds.',
    ]);
    assert.match(out, /^Reaffirmed in /);
    assert.deepEqual(
      records(files).map(({ type, answers, note }) => [type, answers, note]),
      [
        ['note', { told: 'Samir: “I start: Monday.”' }, ''],
        ['reaffirm', { told: 'Nobody, since May.', missed: 'The night shift' }, 'It holds.'],
      ],
    );
    const shown = (await review(files, [])).out;
    assert.match(shown, /\n {2}2026-11-27, zoe: Nobody, since May\.\n/);
    assert.match(shown, /Who would miss us\?\n {2}2026-11-27, zoe: The night shift\n/);
    const story = (await runIn(files, ['history', FILE, '--format', 'markdown'], '', on('2026-11-28'))).out;
    assert.match(story, /\*\*Who would miss us:\*\* The night shift/);
    const json = JSON.parse(
      (await runIn(files, ['history', FILE, '--format', 'json'], '', on('2026-11-28'))).out,
    );
    assert.deepEqual(json.entries[0].answers, { told: 'Nobody, since May.', missed: 'The night shift' });
    assert.match(
      (await runIn(files, ['history', FILE], '', on('2026-11-28'))).out,
      /What one of them said: Nobody, since May\./,
    );
  });

  it('asks at a terminal, and skips what is left empty', async () => {
    const files = withStatement();
    const questions: string[] = [];
    const said = ['', 'Oil on hands.', '', '', 'We use it.'];
    const ask = async (question: string) => {
      questions.push(question);
      return said[questions.length - 1] ?? '';
    };
    const { out } = await review(files, [], on('2026-11-27', { interactive: true, ask }));
    assert.match(out, /Reaffirmed in /);
    assert.equal(questions.length, 5);
    assert.deepEqual(records(files)[0]?.answers, { camera: 'Oil on hands.' });
  });

  it('records nothing if all is skipped, and refuses empty answers', async () => {
    const files = withStatement();
    const skipping = on('2026-11-27', { interactive: true, ask: async () => ' ' });
    assert.match((await review(files, [], skipping)).out, /nothing recorded/);
    assert.equal((await review(files, ['--told', ''])).code, 2);
    assert.deepEqual(files.paths, [FILE]);
  });

  it('keeps what was answered before the input ended', async () => {
    const files = withStatement();
    const given = ['Samir, in May.', ''];
    const ask = async () => {
      const answer = given.shift();
      if (answer === undefined) throw new Error('The input has ended.');
      return answer;
    };
    const { code, out } = await review(files, [], on('2026-11-27', { interactive: true, ask }));
    assert.equal(code, 0);
    assert.match(out, /\nNoted in /);
    assert.deepEqual(
      records(files).map(({ answers }) => answers),
      [{ told: 'Samir, in May.' }],
    );
  });
});
