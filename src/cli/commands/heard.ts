import { fingerprintOf } from '../../consent/fingerprint';
import { relative } from '../../files/paths';
import { purposeName } from '../../files/purpose-name';
import { readText } from '../../files/read-text';
import { type HeardReport, heardMarkdown, heardText } from '../../heard/report';
import { heardHtml } from '../../heard/report-page';
import { type HeardRounds, keepHeard, readHeard, roundFor } from '../../heard/store';
import { saidOf, tallyOf } from '../../heard/tally';
import type { LintResult } from '../../lint/lint-result';
import { LintSession } from '../../lint/session';
import { fold } from '../../text/fold';
import { type Command, type CommandIo, UsageError } from '../command';
import { EXIT } from '../exit-codes';
import { choiceOf, parseOptions } from '../options';
import { oneFile } from '../purpose-argument';
import { oneLine } from '../visible';

const FORMATS: Readonly<Record<string, (report: HeardReport) => string>> = {
  text: heardText,
  markdown: heardMarkdown,
  html: (report) => heardHtml(report),
  json: heardJson,
};

/** `purpose heard`: collects what people write from memory about a purpose. */
export const heardCommand: Command = {
  name: 'heard',
  summary: 'ask people to write from memory what the purpose is, and see what came back',
  help: `purpose heard FILE --as NAME [-m TEXT] [--round NAME]
purpose heard FILE --anonymous [-m TEXT] [--round NAME]
purpose heard FILE --report [--format text|markdown|html|json]

Each person writes from memory, in their own words, what the group is for. An answer is a small file of its own in
.purpose/NAME/heard/ROUND/. The statement is not shown.

  --as NAME          whose answer it is; a second one of the same name in a round replaces the first in the report
  --anonymous        without a name
  -m, --message TEXT the answer; a terminal asks for it if you leave it out
  --round NAME       the round (default: one of this month or the last, else a new one such as 2026-11)
  --report           how many answers have a word of who, what and change, in whatever form; which words nobody used;
                     which came instead. Each round beside the one before. Counts of people, without names
  --format FORMAT    of the report (default: text)

Alone it says how many have answered in each round.
JSON: {"version": 1, "path", "statement", "parts": {"who", "what", "change"}, "rounds": [{"round", "answers",
"aboutOtherWords", "heard": {"who", "what", "change"}, "unused": ["…"], "instead": [{"word", "people"}]}]}; a part that
is not found in the statement is left out.

Examples:
  purpose heard team.purpose.md --as Ana  asks for the answer, and does not show the statement
  purpose heard team.purpose.md --report

Exit code: 0 kept or shown, 2 could not run.
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      as: { type: 'string' },
      anonymous: { type: 'boolean' },
      message: { type: 'string', short: 'm' },
      round: { type: 'string' },
      report: { type: 'boolean' },
      format: { type: 'string' },
    });
    const { named, path } = await oneFile(positionals, io);
    const make = choiceOf('--format', FORMATS, values.format ?? 'text');
    const answers = values.as !== undefined || values.anonymous === true;
    if (values.report && answers) throw new UsageError('One thing at a time: an answer or --report.');
    if (!answers && (values.message !== undefined || values.round !== undefined)) {
      throw new UsageError('Say whose answer it is: --as NAME or --anonymous.');
    }
    if (values.as !== undefined && values.anonymous) throw new UsageError('Either --as NAME or --anonymous.');
    if (values.format !== undefined && !values.report) throw new UsageError('--format belongs to --report.');

    const result = await lintResult(path, named, io);
    const found = await readHeard(io.files, path);
    for (const problem of found.problems) io.err(`${oneLine(problem)}\n`);
    if (answers) {
      const name = fold(values.as ?? '');
      if (values.as !== undefined && name === '') throw new UsageError('Say whose answer it is: --as NAME.');
      await answer(path, result, found, { name, text: values.message, round: values.round }, io);
    } else if (values.report) io.out(report(path, named, result, found, make), { document: true });
    else io.out(overview(named, found));
    return EXIT.ok;
  },
};

async function lintResult(path: string, named: string, io: CommandIo): Promise<LintResult> {
  const text = await readText(io.files, path);
  const result = new LintSession().lint(text);
  const { conflict } = result.document;
  if (conflict) {
    throw new Error(
      `${named}: line ${conflict.start.line} has a conflict marker. Resolve the conflict first.`,
    );
  }
  if (!result.statement) throw new UsageError(`${named} has no statement yet: there is nothing to be heard.`);
  return result;
}

interface Given {
  readonly name: string;
  readonly text: string | undefined;
  readonly round: string | undefined;
}

async function answer(
  path: string,
  { statement }: LintResult,
  { rounds }: HeardRounds,
  given: Given,
  io: CommandIo,
): Promise<void> {
  const today = io.now().toISOString().slice(0, 10);
  const round = given.round ?? roundFor(rounds, today);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,40}$/u.test(round)) {
    throw new UsageError(`“${round}” cannot be the name of a round: use letters, digits and hyphens.`);
  }
  const asked = 'Without looking it up: what is this group for, in your own words? ';
  const text = given.text ?? (io.interactive ? await io.ask(asked) : '');
  if (text.trim() === '')
    throw new UsageError(
      given.text === undefined && io.interactive
        ? 'Nothing was kept: the answer is empty.'
        : 'Say it with -m TEXT, in your own words.',
    );
  const about = fingerprintOf(statement?.plain ?? '').hash;
  const kept = await keepHeard(io.files, path, round, { date: today, name: given.name, about, text });
  io.out(`Kept in ${oneLine(relative(io.cwd, kept))}. When everybody has answered, look at --report.\n`);
}

function report(
  path: string,
  named: string,
  result: LintResult,
  { rounds }: HeardRounds,
  make: (report: HeardReport) => string,
): string {
  if (rounds.length === 0)
    throw new UsageError(
      `Nobody has answered yet about ${named}: begin with purpose heard ${named} --as NAME.`,
    );
  if (!result.language.english) {
    throw new Error(`${named}: Purpose compares words in English only. The answers are in .purpose/.`);
  }
  const said = saidOf(result.statement?.plain ?? '', result.anatomy);
  const title = result.document.title ?? purposeName(path);
  return make({ title, path: named, said, rounds: rounds.map((round) => tallyOf(round, said)) });
}

function heardJson({ path, said, rounds }: HeardReport): string {
  return `${JSON.stringify({ version: 1, path, statement: said.plain, parts: said.parts, rounds }, undefined, 2)}\n`;
}

function overview(named: string, { rounds }: HeardRounds): string {
  const lines = rounds.map(({ name, answers }) => `  ${oneLine(name)}: ${answers.length} answered\n`);
  if (lines.length > 0) return `${oneLine(named)}\n${lines.join('')}`;
  return `${oneLine(named)}: nobody has answered yet. Begin with: purpose heard ${oneLine(named)} --as NAME\n`;
}
