import { parseCoCreate } from '../../cocreate/parse-cocreate';
import { type Answer, printAnswer } from '../../consent/answer';
import { describeRound, ratificationNote } from '../../consent/describe-round';
import { answerFor, askForConsent, ConsentError, ratifiedRound, ratify } from '../../consent/edit-consent';
import { fingerprintOf, isSameWords } from '../../consent/fingerprint';
import { type Round, roundIn } from '../../consent/parse-consent';
import { FileError } from '../../files/file-access';
import { decodeAnyText, isUtf16 } from '../../files/read-text';
import { LARGEST_FILE } from '../../files/size-limits';
import { PurposeDocument } from '../../statement/document';
import { errorMessage } from '../../text/error-message';
import { type Command, type CommandIo, UsageError } from '../command';
import { EXIT } from '../exit-codes';
import { parseOptions } from '../options';
import { oneFile } from '../purpose-argument';
import { recordEntry, recorderFor, recordPath, statementIn, whoIsIt } from '../record-entry';
import { oneLine } from '../visible';

/** The options for answers, in the order of the help. */
const OPTIONS = {
  agree: { type: 'boolean' },
  reservations: { type: 'string' },
  'stand-aside': { type: 'boolean' },
  object: { type: 'string' },
} as const;

/** `purpose consent`: a group agrees on its statement, in the file itself. */
export const consentCommand: Command = {
  name: 'consent',
  summary: 'ask a group for its consent to a statement, answer, ratify',
  help: `purpose consent FILE
purpose consent FILE --ask NAME [--ask NAME]…
purpose consent FILE --as NAME --agree | --reservations TEXT | --stand-aside | --object TEXT
purpose consent FILE --ratify [--until DATE] [--author NAME]

A consent round asks each person whether the statement is good enough for now. The answers are a section of FILE, one line
for each person. Without an option this command shows the state of the current round.

  --ask NAME           ask somebody; once for each person. Without a round it begins one; after a ratification or a
                       change of the statement it begins another
  --as NAME            whose answer it is
  --agree              good enough for now, safe enough to try
  --reservations TEXT  agrees, and names the worry
  --stand-aside        leaves the decision to the others
  --object TEXT        says what harm it would do, or what it leaves out
  --ratify             sets the status, and records who agreed in the history. It needs one person who agrees and no open
                       objection; who has not answered does not stop it
  --until DATE         the term of what is ratified: 2027-11 or 2027-11-30
  --author NAME        who ratifies (default: git's user.name, then the system's user)

Examples:
  purpose consent team.purpose.md --ask Ana --ask Bo
  purpose consent team.purpose.md --as Bo --object "the night shift is missing"
  purpose consent team.purpose.md --ratify --until 2027-11

Exit code: 0 shown or written, 2 not.
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      ...OPTIONS,
      ask: { type: 'string', multiple: true },
      as: { type: 'string' },
      ratify: { type: 'boolean' },
      until: { type: 'string' },
      author: { type: 'string' },
    });
    const { named, path } = await oneFile(positionals, io);
    const answers = answersIn(values);
    const actions = [values.ask !== undefined, values.as !== undefined, values.ratify === true].filter(
      Boolean,
    );
    if (actions.length > 1) throw new UsageError('One thing at a time: --ask, --as or --ratify.');
    if (values.as === undefined && answers.length > 0)
      throw new UsageError('Say whose answer it is: --as NAME.');
    if (values.until !== undefined && !values.ratify) throw new UsageError('--until belongs to --ratify.');
    const [answer, second] = answers;
    if (values.as !== undefined && (!answer || second)) {
      throw new UsageError('Give one answer: --agree, --reservations TEXT, --stand-aside or --object TEXT.');
    }
    const today = io.now().toISOString().slice(0, 10);
    const { ask, as, until } = values;
    const edit = async (change: (text: string) => string) => rewrite(path, named, change, io);

    if (ask) await edit((text) => askForConsent(text, ask, today));
    else if (as !== undefined && answer) await edit((text) => answerFor(text, as, answer, today));
    else if (values.ratify) {
      const author = values.author?.trim() || (await whoIsIt(path, io));
      if (!(await isUnrecorded(path, author, io))) await edit((before) => ratify(before, today, until));
      io.out(
        `Ratified in ${oneLine(named)}, and recorded in ${await recordRound(path, named, author, io)}.\n`,
      );
    }
    const text = decodeAnyText(await io.files.read(path, LARGEST_FILE), path);
    io.out(shown(named, text));
    return EXIT.ok;
  },
};

/** Whether the statement is ratified, but the record of that could not be written. */
async function isUnrecorded(path: string, author: string, io: CommandIo): Promise<boolean> {
  const text = decodeAnyText(await io.files.read(path, LARGEST_FILE), path);
  const { ratified } = ratifiedRound(text) ?? {};
  const { statement } = PurposeDocument.of(text);
  if (!ratified || !statement) return false;
  return !(await recorderFor(author, io).hasEntry(path, 'ratify', statement, ratified.date));
}

/** Records that the statement was ratified; returns the path of the record. */
async function recordRound(path: string, named: string, author: string, io: CommandIo): Promise<string> {
  try {
    const round = roundIn(decodeAnyText(await io.files.read(path, LARGEST_FILE), path));
    const note = round ? ratificationNote(round) : '';
    const about = await statementIn(path, named, io);
    return recordPath(await recordEntry(path, { type: 'ratify', note }, about, author, io), io);
  } catch (error) {
    throw new Error(`Ratified, but not recorded (try again): ${errorMessage(error)}`);
  }
}

function answersIn(values: Readonly<Record<string, unknown>>): Answer[] {
  return [
    ...(values.agree ? [{ gradient: 'agree', reason: '' } as const] : []),
    ...(typeof values.reservations === 'string'
      ? [{ gradient: 'reservations', reason: values.reservations } as const]
      : []),
    ...(values['stand-aside'] ? [{ gradient: 'aside', reason: '' } as const] : []),
    ...(typeof values.object === 'string' ? [{ gradient: 'object', reason: values.object } as const] : []),
  ];
}

/** Changes the file on disk; returns its new text. Rejects with a one-sentence message that names the file. */
async function rewrite(
  path: string,
  named: string,
  change: (text: string) => string,
  io: CommandIo,
): Promise<string> {
  const was = await io.files.read(path, LARGEST_FILE);
  if (isUtf16(was)) {
    throw new FileError('unreadable', path, `${path}: this is UTF-16; save it as UTF-8 to write in it.`);
  }
  const before = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(was);
  try {
    const text = change(before);
    await io.files.write(path, new TextEncoder().encode(text), was);
    return text;
  } catch (error) {
    throw error instanceof ConsentError ? new Error(`${named}: ${error.message}`) : error;
  }
}

function shown(named: string, text: string): string {
  const round = roundIn(text);
  if (!round) {
    const voices = parseCoCreate(text).voices.map(({ name }) => name);
    const example = voices.length > 0 ? voices : ['Ana', 'Bo'];
    const asks = example.map(
      (name) => `--ask ${/^[\p{L}\p{N}-]+$/u.test(name) ? name : JSON.stringify(name)}`,
    );
    return `${oneLine(named)}: nobody has been asked yet. Begin with: purpose consent ${oneLine(named)} ${asks.join(' ')}\n`;
  }
  const width = Math.max(0, ...round.voices.map(({ name }) => name.length));
  const lines = round.voices.map(
    ({ name, answer, written }) =>
      `  ${oneLine(name).padEnd(width)}  ${oneLine(answer ? printAnswer(answer) : written ? `${written} (not clear)` : 'no answer yet')}`,
  );
  const head = round.asked ? `${oneLine(named)}, asked on ${round.asked.date}` : oneLine(named);
  return `${[head, ...lines, oneLine(describeRound(round)), ...changedSince(round, text)].join('\n')}\n`;
}

/** A line that says that the round is about other words than the file has now. */
function changedSince({ asked, ratified }: Round, text: string): readonly string[] {
  const about = ratified ?? asked;
  const plain = PurposeDocument.of(text).statement?.plain ?? '';
  if (!about || isSameWords(about.words, fingerprintOf(plain))) return [];
  const event = ratified ? 'it was ratified' : 'people were asked';
  return [`The statement has changed since ${event} on ${about.date}: ask again with --ask NAME.`];
}
