import { EXPORT_FORMATS, type ExportFormat } from '../../export/formats';
import { gatherPage } from '../../export/gather-page';
import { NO_STORY, type Story, shortStory } from '../../export/story-entries';
import { FileError } from '../../files/file-access';
import { relative } from '../../files/paths';
import { readText } from '../../files/read-text';
import { wholeHistory } from '../../history/history';
import { parsePurpose } from '../../statement/document';
import { type Command, type CommandIo, UsageError } from '../command';
import { EXIT } from '../exit-codes';
import { historyDeps } from '../history-deps';
import { choiceOf, parseOptions } from '../options';
import { oneFile, pathOf } from '../purpose-argument';
import { oneLine } from '../visible';

const FORMATS = Object.fromEntries(EXPORT_FORMATS.map((format) => [format.id, format]));

const HELP = `purpose export FILE [--format ${Object.keys(FORMATS).join('|')}] [-o OUT] [options]

Makes a page or a picture of a purpose: the statement, whom it serves, what changes, and its short story from
the history. It is self-contained: no script, nothing to download.

${EXPORT_FORMATS.map(helpLine).join('\n')}
  -o, --output OUT    write to this file; without it, to standard output. The format follows from OUT's name
                      (.html, .svg, .md) where it is left out
  --force             write over OUT where it is there already
  --no-story          leave the history out, its notes and authors with it

Examples:
  purpose export team.purpose.md -o team.html
  purpose export team.purpose.md --format badge -o reviewed.svg

Exit code: 0 done, 2 the file could not be read or written, or the call is wrong.
`;

/** `purpose export` */
export const exportCommand: Command = {
  name: 'export',
  summary: 'make a page or a picture of a purpose',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      format: { type: 'string' },
      output: { type: 'string', short: 'o' },
      force: { type: 'boolean', default: false },
      'no-story': { type: 'boolean', default: false },
    });
    const [named, ...more] = positionals;
    if (named === undefined) throw new UsageError('Name the purpose file to export.');
    if (more.length > 0)
      throw new UsageError(`Name one purpose file only; ${positionals.length} were given.`);
    const { story, make } = formatOf(values.format, values.output);
    const { path } = await oneFile([named], io);
    const out = values.output === undefined ? undefined : pathOf(values.output, io);
    if (out === path) throw new UsageError('The page would replace the purpose file.');

    const file = parsePurpose(await readText(io.files, path));
    const needsStory = story === 'always' || (story === 'optional' && !values['no-story']);
    const content = gatherPage(file, path, needsStory ? await storyOf(path, io) : NO_STORY, io.now());
    if (file.conflict) {
      io.err(`${named} has conflict markers on line ${file.conflict.start.line}: resolve them first.\n`);
      return EXIT.failed;
    }
    if (!content) {
      io.err(`${oneLine(named)} has no statement yet: write one before you export it.\n`);
      return EXIT.failed;
    }
    const text = make(content);
    if (out === undefined) io.out(text, { document: true });
    else {
      await put(out, text, values.force, io);
      io.err(`Wrote ${oneLine(relative(io.cwd, out))}.\n`);
    }
    return EXIT.ok;
  },
};

function helpLine({ id, detail }: ExportFormat): string {
  return `  --format ${id.padEnd(10)} ${detail.charAt(0).toLowerCase()}${detail.slice(1)}`;
}

/** The ending of names of pictures and documents that we do not make. */
const OTHER_KIND = /\.(png|jpe?g|gif|webp|pdf|docx?|pptx?)$/i;

function formatOf(format: string | undefined, output: string | undefined): ExportFormat {
  const ending = /\.(html?|svg|md|markdown)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  const guessed = ending?.startsWith('htm') ? 'html' : ending?.startsWith('m') ? 'markdown' : ending;
  if (format === undefined && guessed === undefined && output !== undefined)
    throw new UsageError(`“${output}” does not end with .html, .svg or .md: choose a format with --format.`);
  const chosen = choiceOf('--format', FORMATS, format ?? guessed ?? 'html');
  const written = chosen.id === 'badge' ? 'svg' : chosen.id;
  const other = guessed ?? OTHER_KIND.exec(output ?? '')?.[1];
  if (other !== undefined && other !== written)
    throw new UsageError(
      `--format ${chosen.id} does not make what the name “${output}” says: change one of them.`,
    );
  return chosen;
}

async function storyOf(path: string, io: CommandIo): Promise<Story> {
  const found = await wholeHistory(historyDeps(io), path);
  for (const { problem } of found.unreadable) io.err(`${oneLine(problem)}\n`);
  if (found.git?.kind === 'unavailable') io.err(`Commits are left out: ${oneLine(found.git.reason)}\n`);
  return shortStory(found.entries);
}

async function put(path: string, text: string, force: boolean, io: CommandIo): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  if (force) return io.files.write(path, bytes);
  try {
    await io.files.create(path, bytes);
  } catch (error) {
    if (!(error instanceof FileError) || error.code !== 'exists') throw error;
    const name = relative(io.cwd, path);
    throw new FileError(
      'exists',
      path,
      `${name} is there already and stays as it is; --force writes over it.`,
    );
  }
}
