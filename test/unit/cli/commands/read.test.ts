import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { RunShellCommand } from '../../../../src/cli/shell-command';
import { runIn } from '../../support/cli';

const FILES = { '/w/a.purpose.md': '# A\n\n> We feed **many** families\n> in Ghent & many dogs.\n' };
const ANSWER = {
  vague: [
    {
      text: 'many',
      occurrence: 2,
      kind: 'vague-quantity',
      question: 'How many dogs?',
      reason: 'It is open.',
    },
  ],
  who: 'families in Ghent',
  what: 'feed',
  change: null,
};

/** Runs `purpose read a.purpose.md` with a program that prints the texts in turn. */
async function read(args: readonly string[], ...answers: string[]) {
  const asked: { command: string; input: string }[] = [];
  const run: RunShellCommand = async (command, input) => {
    asked.push({ command, input });
    return answers[asked.length - 1] ?? '';
  };
  const ran = await runIn(FILES, ['read', 'a.purpose.md', ...args], '', { run });
  return { ...ran, asked };
}

describe('purpose read', () => {
  it('gives the prompt to the command of the call and shows what its answer marks', async () => {
    const { code, out, err, asked } = await read(['--ask', 'my model'], JSON.stringify(ANSWER));
    assert.deepEqual([code, err], [0, '']);
    assert.equal(asked.length, 1);
    assert.equal(asked[0]?.command, 'my model');
    assert.match(
      asked[0]?.input ?? '',
      /<<<STATEMENT\nWe feed many families in Ghent & many dogs\.\nSTATEMENT>>>/,
    );
    assert.equal(
      out,
      `a.purpose.md
  As a model reads it:
  who     “families in Ghent”
  what    “feed”
  change  (not named)
  4:14    info    “many” leaves the number open  reading/vague-quantity
                  How many dogs?
                  It is open.

1 finding
`,
    );
  });

  it('changes nothing and runs nothing for --prompt, --schema and --answer', async () => {
    const { asked, code, out, files } = await read(['--prompt']);
    assert.deepEqual([code, asked], [0, []]);
    assert.match(out, /^You read one purpose statement[\s\S]*now give the JSON object\.\n$/i);
    const schema = await runIn({}, ['read', '--schema']);
    assert.ok(new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(schema.out))(ANSWER));
    const answer = await runIn(FILES, ['read', 'a.purpose.md', '--answer', '-'], JSON.stringify(ANSWER));
    assert.match(answer.out, /4:14 /);
    const fromFile = { ...FILES, '/w/answer.json': JSON.stringify(ANSWER) };
    assert.equal(
      (await runIn(fromFile, ['read', 'a.purpose.md', '--answer', 'answer.json'])).out,
      answer.out,
    );
    const left = new TextDecoder().decode(await files.read('/w/a.purpose.md', 1000));
    assert.equal(left, FILES['/w/a.purpose.md']);
  });

  it('asks once more about faults, and reports what it dropped', async () => {
    const wrong = JSON.stringify({
      ...ANSWER,
      vague: [...ANSWER.vague, { text: 'most\n::error::x', kind: 'hedge' }],
    });
    const { code, out, err, asked } = await read(['--ask', 'm'], wrong, wrong, wrong);
    assert.equal(asked.length, 2);
    assert.match(asked[1]?.input ?? '', /- vague\[1\]: "most ::error::x" is not in the statement\./);
    assert.equal(code, 0);
    assert.match(out, /1 finding\n/);
    assert.equal(
      err,
      'a.purpose.md: left out of the second answer, 1 entry:\n' +
        '  vague[1]: "most ::error::x" is not in the statement.\n',
    );
  });

  it('has its own source in every format', async () => {
    const answer = JSON.stringify(ANSWER);
    const { files } = JSON.parse((await read(['--ask', 'm', '--format', 'json'], answer)).out);
    const [finding] = files[0].findings;
    assert.deepEqual(
      [finding.source, finding.rule, finding.text, finding.start, finding.note],
      [
        'purpose-reading',
        'reading/vague-quantity',
        'many',
        { line: 4, column: 14, offset: 46 },
        'It is open.',
      ],
    );
    assert.equal(FILES['/w/a.purpose.md'].slice(finding.start.offset, finding.end.offset), 'many');
    const [run] = JSON.parse((await read(['--ask', 'm', '--format', 'sarif'], answer)).out).runs;
    assert.equal(run.tool.driver.name, 'purpose-reading');
    assert.equal(run.tool.driver.rules[run.results[0].ruleIndex].id, run.results[0].ruleId);
    assert.equal(
      (await read(['--ask', 'm', '--format', 'github'], answer)).out,
      '::notice file=a.purpose.md,line=4,endLine=4,col=14,endColumn=18,title=purpose%3A reading/vague-quantity::' +
        '“many” leaves the number open. How many dogs?\n',
    );
  });

  it('gives each finding the keys that `purpose lint` gives it', async () => {
    const linted = JSON.parse((await runIn(FILES, ['lint', '--format', 'json'])).out).files[0].findings[0];
    const readings = JSON.parse((await read(['--ask', 'm', '--format', 'json'], JSON.stringify(ANSWER))).out);
    const { source, ...finding } = readings.files[0].findings[0];
    assert.deepEqual(Object.keys(finding).sort(), Object.keys(linted).sort());
  });

  it('exits with 1 if findings count', async () => {
    assert.equal((await read(['--ask', 'm', '--fail-on', 'info'], JSON.stringify(ANSWER))).code, 1);
    const none = JSON.stringify({ ...ANSWER, vague: [] });
    const { code, out } = await read(['--ask', 'm', '--fail-on', 'info'], none);
    assert.equal(code, 0);
    assert.match(out, /Nothing to ask\./);
  });

  it('commands no terminal and no CI system with what a model says', async () => {
    const [mark] = ANSWER.vague;
    const reason = '\n::error::hacked \u001b[31mred';
    const { out } = await read(
      ['--ask', 'm'],
      JSON.stringify({ ...ANSWER, vague: [{ ...mark, reason, question: reason }] }),
    );
    assert.ok(!out.includes('\u001b') && !/^\s*::/m.test(out), out);
  });

  for (const [name, args, answers, sentence] of [
    ['an empty answer', ['--ask', 'm'], [' '], '“m” printed nothing.'],
    ['prose', ['--ask', 'm'], ['no', 'no'], 'The answer is not JSON.'],
    [
      'no way to read',
      [],
      [],
      'Give one of --ask, --prompt, --answer and --schema. See `purpose read --help`.',
    ],
    [
      'two ways',
      ['--prompt', '--ask', 'm'],
      [],
      'Give one of --ask, --prompt, --answer and --schema. See `purpose read --help`.',
    ],
    ['no command', ['--ask', ' '], [], 'Say after --ask which program to run. See `purpose read --help`.'],
    [
      'no such format',
      ['--ask', 'm', '--format', 'xml'],
      [],
      '--format takes one of stylish, json, sarif, github, not “xml”. See `purpose read --help`.',
    ],
    [
      'no such time',
      ['--ask', 'm', '--timeout', 'soon'],
      [],
      '--timeout takes seconds, up to 3600, not “soon”. See `purpose read --help`.',
    ],
    ['no such answer', ['--answer', 'no.json'], [], 'no.json: there is no such file.'],
  ] as const) {
    it(`says in one sentence what is wrong: ${name}`, async () => {
      const { code, out, err } = await read(args, ...answers);
      assert.deepEqual([code, out, err], [2, '', `${sentence}\n`]);
    });
  }

  it('reports a missing or overlong statement without running the program', async () => {
    const files = { '/w/a.purpose.md': '# A\n', '/w/b.purpose.md': 'word '.repeat(3000) };
    const a = await runIn(files, ['read', 'a.purpose.md', '--ask', 'm']);
    assert.deepEqual(
      [a.code, a.err],
      [2, 'a.purpose.md has no statement yet: write one before you have it read.\n'],
    );
    const b = await runIn(files, ['read', 'b.purpose.md', '--ask', 'm']);
    assert.deepEqual(
      [b.code, b.err],
      [2, 'The statement has 14,999 characters; a second reading takes at most 8,000.\n'],
    );
  });

  it('is documented with the answer that it takes', async () => {
    const page = readFileSync('docs/reading.md', 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const file = { '/w/team.purpose.md': '> We strive to give many families in Ghent a warm meal.\n' };
    const { err, out } = await runIn(file, ['read', 'team.purpose.md', '--answer', '-'], example);
    assert.equal(err, '');
    assert.match(out, /reading\/vague-quantity\n +How many families\?\n +The statement names no number\./);
  });
});
