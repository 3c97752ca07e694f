import { FileError } from '../../files/file-access';
import { dirname, join, relative } from '../../files/paths';
import { isMarkdownPath, isPurposePath } from '../../files/purpose-name';
import { decodeText } from '../../files/read-text';
import { LARGEST_FILE } from '../../files/size-limits';
import { AdoptedFiles } from '../../lint/adopted-files';
import { findConfigFile } from '../../lint/config-file';
import { adoptInSettings } from '../../lint/settings-edit';
import { markStatement, type StatementChoice, statementChoices } from '../../statement/choose-statement';
import { PurposeDocument } from '../../statement/document';
import { shortened } from '../../text/shortened';
import { applyEdits } from '../../text/text-edit';
import { type Command, type CommandIo, UsageError } from '../command';
import { CopyRoots } from '../copy-roots';
import { EXIT } from '../exit-codes';
import { parseOptions } from '../options';
import { oneFile } from '../purpose-argument';
import { oneLine } from '../visible';

/** The length of two lines of a terminal. */
const TWO_LINES = 140;
/** The settings file that is created if there is none. */
const NEW_SETTINGS = '.purposerc.yml';

/** `purpose adopt`: a Markdown file of any name becomes a purpose file. */
export const adoptCommand: Command = {
  name: 'adopt',
  summary: 'make a purpose file of a Markdown file there is, such as MISSION.md',
  help: `purpose adopt FILE [--paragraph N]

Makes FILE a purpose file under the name it has. You choose the text in it that is the purpose; the comment
<!-- purpose:statement --> above it marks it, and \`files:\` in the nearest .purposerc names the file. Nothing else is
changed. From then on \`purpose lint\`, \`share\` and the editor treat FILE like a *.purpose.md, and \`purpose history
FILE\` shows its whole history in git.

  --paragraph N   which of the texts; without it you are shown them, and asked at a terminal

Examples:
  purpose adopt MISSION.md                show the texts that could be the purpose
  purpose adopt MISSION.md --paragraph 2  take the second one

Exit code: 0 adopted, 2 not.
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, { paragraph: { type: 'string' } });
    const { named, path } = await oneFile(positionals, io);
    if (isPurposePath(path)) throw new UsageError(`${named} is a purpose file already, by its name.`);
    if (!isMarkdownPath(path))
      throw new UsageError(`${named} is not a Markdown file: its name must end with .md.`);
    const bytes = await io.files.read(path, LARGEST_FILE);
    const document = PurposeDocument.of(decodeText(bytes, path));
    const choice = await choose(document, values.paragraph, named, io);
    if (!choice) return EXIT.failed;
    const edits = markStatement(document, choice);
    if (!edits)
      throw new UsageError(
        `A comment would change the text above line ${choice.start.line} of ${named}: put that text into a separate paragraph.`,
      );
    if (edits.length > 0)
      await io.files.write(path, new TextEncoder().encode(applyEdits(document.text, edits)), bytes);
    const settings = await nameInSettings(path, io);
    const done =
      edits.length === 0 && settings === undefined ? 'Adopted already, nothing changed:' : 'Adopted';
    io.out(`${done} ${oneLine(named)}: ${oneLine(choice.plain)}\n`);
    if (settings !== undefined) io.out(`${oneLine(settings)} names it.\n`);
    return EXIT.ok;
  },
};

async function choose(
  document: PurposeDocument,
  wanted: string | undefined,
  named: string,
  io: CommandIo,
): Promise<StatementChoice | undefined> {
  const { conflict, statement } = document;
  if (conflict)
    throw new UsageError(`${named} has conflict markers on line ${conflict.start.line}: resolve them first.`);
  const choices = statementChoices(document);
  const marked =
    statement?.by === 'marker' && choices.find(({ start }) => start.offset === statement.start.offset);
  if (wanted === undefined && marked) return marked;
  if (choices.length === 0) throw new UsageError(`${named} has no text that can be a purpose yet.`);
  const number = wanted ?? (await ask(choices, statement?.start.offset, named, io));
  if (number === undefined) return undefined;
  const choice = isNumberOf(choices, number) ? choices[Number(number) - 1] : undefined;
  if (!choice) throw new UsageError(`${named} has texts 1 to ${choices.length}; there is no “${number}”.`);
  return choice;
}

function isNumberOf(choices: readonly StatementChoice[], number: string): boolean {
  return /^\d+$/.test(number) && choices[Number(number) - 1] !== undefined;
}

/** Shows the candidates and, at a terminal, asks which one; `undefined` without an answer. */
async function ask(
  choices: readonly StatementChoice[],
  likeliest: number | undefined,
  named: string,
  io: CommandIo,
): Promise<string | undefined> {
  const guess = choices.findIndex(({ start }) => start.offset === likeliest) + 1;
  for (const [index, { heading, plain }] of choices.entries()) {
    const mark = index + 1 === guess ? '*' : ' ';
    const below = heading === undefined ? '' : `${oneLine(heading)}: `;
    io.out(`${mark}${String(index + 1).padStart(3)}  ${below}${shortened(oneLine(plain), TWO_LINES)}\n`);
  }
  if (!io.interactive) {
    io.err(
      `Choose the text that is the purpose: purpose adopt ${oneLine(named)} --paragraph N${guess ? `; * is the likeliest` : ''}\n`,
    );
    return undefined;
  }
  const question = `Which text is the purpose?${guess ? ` (number, return for ${guess})` : ''} `;
  for (;;) {
    const answer = (await io.ask(question)).trim() || (guess ? String(guess) : '');
    if (answer === '' || isNumberOf(choices, answer)) return answer;
    io.out(`There are texts 1 to ${choices.length}.\n`);
  }
}

/**
 * Adds a file to `files` of the nearest settings file, or of a new one at the top of the repository.
 * @returns the settings file as shown; `undefined` if one named the file already
 */
async function nameInSettings(path: string, io: CommandIo): Promise<string | undefined> {
  const { files } = io;
  if (await new AdoptedFiles(files).isPurpose(path)) return undefined;
  const root = await new CopyRoots(files, io.cwd).of(path);
  const found = await findConfigFile(files, dirname(path), root);
  const at = found?.path ?? join(root, NEW_SETTINGS);
  const bytes = found && (await files.read(at, LARGEST_FILE));
  const text = bytes ? decodeText(bytes, at) : '';
  const edit = adoptInSettings(text, relative(dirname(at), path), at.endsWith('.json'));
  if (!edit)
    throw new FileError(
      'unreadable',
      at,
      `${at}: these settings cannot be read; mend them, then adopt again.`,
    );
  const written = new TextEncoder().encode(applyEdits(text, [edit]));
  if (bytes) await files.write(at, written, bytes);
  else await files.create(at, written);
  return relative(io.cwd, at);
}
