import assert from 'node:assert/strict';
import { runIn } from '../../support/cli';
import { MemoryFiles } from '../../support/memory-files';

const FILE = '/w/team.purpose.md';
const STATEMENT = 'We teach teenagers to mend bicycles so that they can get to work.';
const world = () => new MemoryFiles({ [FILE]: `# Kitchen <3\n\n> ${STATEMENT}\n` });
const heard = (files: MemoryFiles, args: readonly string[], day = '2026-11-22') =>
  runIn(files, ['heard', 'team.purpose.md', ...args], '', { now: () => new Date(`${day}T10:00:00Z`) });

async function answered(): Promise<MemoryFiles> {
  const files = world();
  await heard(files, ['--as', 'Ana', '-m', 'We repair bikes with teenagers.']);
  await heard(files, ['--anonymous', '-m', 'We teach repair | so people can <b>work</b>.']);
  await heard(files, ['--as', 'Ana', '-m', 'Teenagers mend bicycles and get to work.'], '2027-11-22');
  return files;
}

describe('purpose heard', () => {
  it('keeps each answer in a separate file, without a person in the file’s name', async () => {
    const files = world();
    const { code, out, err } = await heard(files, ['--as', ' Ana ', '-m', 'We repair bikes.']);
    assert.deepEqual([code, err], [0, '']);
    const path = /^Kept in (\S+)\. /.exec(out)?.[1] ?? '';
    assert.match(path, /^\.purpose\/team\/heard\/2026-11\/[0-9a-f]{8}\.md$/);
    assert.match(
      files.text(`/w/${path}`),
      /^---\nversion: 1\ndate: 2026-11-22\nname: "Ana"\nabout: "[0-9a-f]{8}"\n---\n\nWe repair bikes\.\n$/,
    );
    assert.equal((await heard(files, [])).out, 'team.purpose.md\n  2026-11: 1 answered\n');
    assert.doesNotMatch((await runIn(files, ['history', FILE])).out, /repair/);
  });

  it('asks without showing the statement', async () => {
    const asked: string[] = [];
    const { out } = await runIn(world(), ['heard', FILE, '--anonymous'], '', {
      interactive: true,
      ask: async (question) => {
        asked.push(question);
        return 'We repair bikes.';
      },
    });
    assert.deepEqual(asked, ['Without looking it up: what is this group for, in your own words? ']);
    assert.doesNotMatch(out + asked.join(), /teenagers|bicycles/);
  });

  it('reports counts round by round, without names', async () => {
    const files = await answered();
    const { out } = await heard(files, ['--report']);
    assert.match(out, /^What was heard of Kitchen <3\n\n2026-11, 2 answers\n/);
    assert.match(out, /Words that came instead: repair \(2\), bikes \(1\)/);
    assert.match(out, /\n\n2027-11, 1 answer\n[\s\S]*Words that nobody used: teach\n/);
    for (const format of ['text', 'markdown', 'html', 'json']) {
      const { code, out: made } = await heard(files, ['--report', '--format', format]);
      assert.equal(code, 0);
      assert.doesNotMatch(made, /\bAna\b/, format);
    }
  });

  it('gives JSON to programs, and pages that show and obey nothing', async () => {
    const files = await answered();
    const json = JSON.parse((await heard(files, ['--report', '--format', 'json'])).out);
    assert.deepEqual(
      [
        json.version,
        json.path,
        json.statement,
        json.rounds.map((round: { answers: number }) => round.answers),
      ],
      [1, 'team.purpose.md', STATEMENT, [2, 1]],
    );
    const { out: html } = await heard(files, ['--report', '--format', 'html']);
    assert.match(html, /<h1>What was heard of Kitchen &lt;3<\/h1>/);
    assert.match(html, /<th scope="col">2026-11<br>2 answered<\/th>/);
    assert.doesNotMatch(html, /<script|<b>/);
    const { out: markdown } = await heard(files, ['--report', '--format', 'markdown']);
    assert.match(
      markdown,
      /^# What was heard of Kitchen \\<3\n\n\| {2}\| 2026-11 \(2\) \| 2027-11 \(1\) \|\n\| --- \| --- \| --- \|\n/,
    );
  });

  it('says who answered about other words', async () => {
    const files = await answered();
    await files.write(FILE, new TextEncoder().encode('> We lend tools to gardeners in Leith.\n'));
    assert.match(
      (await heard(files, ['--report'])).out,
      /2026-11: 2 of 2 answered when the statement had other words\./,
    );
  });

  const wrong: [string, readonly string[], RegExp][] = [
    ['no text', ['--as', 'Ana'], /Say it with -m TEXT/],
    ['nobody', ['-m', 'We mend.'], /Say whose answer it is/],
    ['an empty name', ['--as', ' ', '-m', 'We mend.'], /Say whose answer it is/],
    ['a name and none', ['--as', 'Ana', '--anonymous', '-m', 'x'], /Either --as NAME or --anonymous/],
    [
      'a round that leads elsewhere',
      ['--as', 'Ana', '-m', 'x', '--round', '../../x'],
      /cannot be the name of a round/,
    ],
    ['another format', ['--report', '--format', 'pdf'], /text, markdown, html, json, not “pdf”/],
    ['a report of nothing', ['--report'], /Nobody has answered yet/],
  ];
  for (const [what, args, message] of wrong) {
    it(`refuses ${what}, and writes nothing`, async () => {
      const { code, err, files } = await heard(world(), args);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.deepEqual(files.paths, [FILE]);
    });
  }

  it('refuses a file with conflict markers, and words of another language', async () => {
    const conflict = new MemoryFiles({
      [FILE]: `<<<<<<< HEAD\n> ${STATEMENT}\n=======\n> We.\n>>>>>>> other\n`,
    });
    assert.match((await heard(conflict, ['--as', 'Ana', '-m', 'x'])).err, /line 1 has a conflict marker/);
    const files = new MemoryFiles({
      [FILE]: '---\nlang: de\n---\n> Wir reparieren Fahrräder mit Jugendlichen.\n',
    });
    await heard(files, ['--as', 'Ana', '-m', 'Fahrräder.']);
    assert.match((await heard(files, ['--report'])).err, /compares words in English only/);
  });
});
