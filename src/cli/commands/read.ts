import { isWithin, relative } from '../../files/paths';
import { readText } from '../../files/read-text';
import { LARGEST_FILE } from '../../files/size-limits';
import { ANSWER_SCHEMA } from '../../reading/answer-schema';
import { ReadingError, usable } from '../../reading/ask-twice';
import { LONGEST_ANSWER } from '../../reading/find-json';
import { promptWithin, type Read, readingIn, readStatement } from '../../reading/read-statement';
import { ReadableStatement } from '../../reading/readable-statement';
import { faultText } from '../../reading/reading';
import { PurposeDocument } from '../../statement/document';
import { LineMap } from '../../statement/position';
import { plural } from '../../text/plural';
import { type Command, type CommandIo, UsageError } from '../command';
import { EXIT } from '../exit-codes';
import { READING_FORMATS, type ReadingReport } from '../format/reading';
import { choiceOf, failOnValue, parseOptions } from '../options';
import { oneFile, pathOf } from '../purpose-argument';
import { VERSION } from '../version';
import { oneLine } from '../visible';

const LONGEST_TIMEOUT = 3600;
/** Maximum number of errors of an answer that are listed. */
const MAX_TOLD = 10;

const HELP = `purpose read FILE --ask "COMMAND" [options]
purpose read FILE --prompt
purpose read FILE --answer FILE [options]
purpose read --schema

Has a language model of yours read the statement of a purpose file, and checks its answer to the letter.
Nothing leaves this machine unless the program that you name sends it. Purpose writes nothing.

  --ask COMMAND     run this command line in your shell; it gets the prompt on standard input and prints the answer.
                    If the answer has faults, it is asked once more
  --prompt          print the prompt, and run nothing
  --answer FILE     check the answer in this file; - means standard input
  --schema          print the JSON Schema of an answer, for a program that can hold a model to it
  --timeout SECONDS how long the command may take in all (300)
  --format stylish|json|sarif|github   how to print what was found (stylish)
  --fail-on info|warning|error|never   from which severity on the exit code is 1 (warning); all findings are info
  --color, --no-color                  print with colours, or without

Examples:
  purpose read team.purpose.md --ask "ollama run MODEL --format json"
  purpose read team.purpose.md --prompt > prompt.txt

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 no usable answer, no statement, or the call is wrong.
`;

/** `purpose read` */
export const readCommand: Command = {
  name: 'read',
  summary: 'have a language model of yours read a statement, and check its answer',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseOptions(
      args,
      {
        ask: { type: 'string' },
        prompt: { type: 'boolean' },
        answer: { type: 'string' },
        schema: { type: 'boolean' },
        timeout: { type: 'string', default: '300' },
        format: { type: 'string', default: 'stylish' },
        'fail-on': { type: 'string', default: 'warning' },
        color: { type: 'boolean' },
      },
      { allowNegative: true },
    );
    const ways = [values.ask, values.prompt, values.answer, values.schema].filter((way) => way !== undefined);
    if (ways.length !== 1) throw new UsageError('Give one of --ask, --prompt, --answer and --schema.');
    if (values.schema) {
      io.out(`${JSON.stringify(ANSWER_SCHEMA, undefined, 2)}\n`);
      return EXIT.ok;
    }
    const format = choiceOf('--format', READING_FORMATS, values.format);
    const failOn = failOnValue(values['fail-on']);
    const timeout = secondsOf(values.timeout);
    const { named: given, path } = await oneFile(positionals, io);
    const named = isWithin(io.cwd, path) ? relative(io.cwd, path) : given;
    const document = PurposeDocument.of(await readText(io.files, path));
    const { statementPlace, statement } = document;
    if (!statementPlace || !statement)
      throw new ReadingError(`${named} has no statement yet: write one before you have it read.`);
    const readable = new ReadableStatement(statementPlace);
    if (values.prompt) {
      io.out(promptWithin(readable.text), { document: true });
      return EXIT.ok;
    }
    const { reading, rounds } =
      values.answer === undefined
        ? await asked(readable.text, values.ask ?? '', timeout, io)
        : await checked(readable.text, values.answer, io);
    const lines = new LineMap(document.text);
    const findings = reading.findings.map(({ start, end, kind, question, reason }) => {
      const span = readable.inFile({ start, end });
      return {
        kind,
        question,
        reason,
        text: document.text.slice(span.start, span.end),
        ...lines.range(span),
      };
    });
    tellDropped({ path: named, statement, reading, findings }, rounds, io);
    io.out(
      format(
        { path: named, statement, reading, findings },
        { color: values.color ?? io.color, version: VERSION },
      ),
      { commands: format === READING_FORMATS.github },
    );
    return failOn === 'info' && findings.length > 0 ? EXIT.findings : EXIT.ok;
  },
};

function secondsOf(given: string): number {
  const seconds = Number(given);
  if (!(seconds > 0 && seconds <= LONGEST_TIMEOUT))
    throw new UsageError(`--timeout takes seconds, up to ${LONGEST_TIMEOUT}, not “${given}”.`);
  return seconds;
}

async function asked(statement: string, command: string, seconds: number, io: CommandIo): Promise<Read> {
  if (command.trim() === '') throw new UsageError('Say after --ask which program to run.');
  const ask = async (prompt: string, signal: AbortSignal) => {
    const answer = await io.run(command, prompt, signal);
    if (answer.trim() === '') throw new ReadingError(`“${command}” printed nothing.`);
    return answer;
  };
  return readStatement(statement, ask, { timeout: seconds * 1000 });
}

async function checked(statement: string, given: string, io: CommandIo): Promise<Read> {
  promptWithin(statement);
  const answer =
    given === '-'
      ? new TextDecoder().decode(await io.stdin())
      : await readText(io.files, pathOf(given, io), Math.min(LARGEST_FILE, 4 * LONGEST_ANSWER));
  return { reading: usable(readingIn(answer, statement)), rounds: 1 };
}

/** Prints the dropped entries to standard error, so that they do not disturb any format. */
function tellDropped({ path, reading }: ReadingReport, rounds: number, io: CommandIo): void {
  const { dropped } = reading;
  if (dropped.length === 0) return;
  const answer = rounds === 2 ? 'second answer' : 'answer';
  io.err(`${oneLine(path)}: left out of the ${answer}, ${plural(dropped.length, 'entry', 'entries')}:\n`);
  for (const fault of dropped.slice(0, MAX_TOLD)) io.err(`  ${oneLine(faultText(fault))}\n`);
  if (dropped.length > MAX_TOLD) io.err(`  and ${dropped.length - MAX_TOLD} more.\n`);
}
