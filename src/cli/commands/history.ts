import { relative } from '../../files/paths';
import { purposeName } from '../../files/purpose-name';
import { ownerlessFolders } from '../../history/former-names';
import { type PurposeHistory, wholeHistory } from '../../history/history';
import { recordsFolder } from '../../history/records-folder';
import { storyOf } from '../../history/story';
import type { TimelineEntry } from '../../history/timeline-entry';
import { plural } from '../../text/plural';
import { type Command, type CommandIo, UsageError } from '../command';
import { EXIT } from '../exit-codes';
import { historyDeps } from '../history-deps';
import { historyText } from '../history-text';
import { parseOptions } from '../options';
import { oneFile } from '../purpose-argument';
import { similarFile } from '../similar-file';
import { oneLine } from '../visible';

const FORMATS = ['text', 'json', 'markdown'];

/** `purpose history`: the history of a purpose. */
export const historyCommand: Command = {
  name: 'history',
  summary: 'show how a purpose came to be: every change of its statement, every note',
  help: `purpose history FILE [--format text|json|markdown]

Shows every change of the statement of FILE, newest first, from its records (.purpose/NAME/, former names
of the file among them) and from git, with what went out, what came in, and the notes on how it fits.

  --format text      a timeline for the terminal (default)
  --format markdown  a story, oldest first, to paste into a page
  --format json      {"version": 1, "path", "git", "older", "unreadable": [{"path", "problem"}], "entries": [...]},
                     entries newest first, each with "kind", "time", "author", "statement", "markdown", "previous",
                     "change" {"kind", "out", "in", "kept", "explanation"}, "figures" {"grade", "vague", "words"},
                     "note", "fit", "phrase", "uncommitted", "record" {"id", "path"}, "replaces", "pivot",
                     "commit" {"hash", "subject", "author", "time", "path"}; null where there is nothing.
                     The answers to the questions of a review are in "answers" {"told", "camera", "opposite", "missed"}.
                     An entry whose record holds several wordings has "steps" [{"time", "statement", "markdown"}], too.
                     "older" is "shallow" where a shallow clone ends before the history does, else "none".

Examples:
  purpose history team.purpose.md
  purpose history team.purpose.md --format markdown > story.md

Exit code: 0 shown, 2 could not run.
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, { format: { type: 'string', default: 'text' } });
    if (!FORMATS.includes(values.format)) {
      throw new UsageError(`There is no format "${values.format}": choose ${FORMATS.join(', ')}.`);
    }
    const { named, path } = await oneFile(positionals, io);
    const found = await load(path, io);
    const there = found.entries.length > 0 || (await io.files.stat(path));
    if (!there) {
      io.err(
        `${oneLine(named)}: there is no such file, and no history of it.${await similarFile(path, io)}\n`,
      );
      return EXIT.failed;
    }
    for (const { problem } of found.unreadable) io.err(`${oneLine(problem)}\n`);
    if (found.git?.kind === 'unavailable') io.err(`Commits are left out: ${oneLine(found.git.reason)}\n`);
    if (found.commitsLeftOut > 0) io.err(missingTexts(found.commitsLeftOut, oneLine(named)));
    for (const folder of await recordsLeftBehind(found, path, io)) {
      const [old, now] = [folder, recordsFolder(path)].map((at) => oneLine(relative(io.cwd, at)));
      io.err(
        `The records in ${old} belong to no file. Was that the name of this one? Then move them to ${now} to see them here.\n`,
      );
    }
    io.out(present(values.format, found, path, io));
    return EXIT.ok;
  },
};

/** Purpose contacts no server, not even that of a partial clone; git fetches the texts if the user prints them. */
function missingTexts(count: number, named: string): string {
  const commits = plural(count, 'commit is', 'commits are');
  return `${commits} left out: this partial clone lacks their texts. “git log -p --follow -- ${named}” fetches them.\n`;
}

async function load(path: string, io: CommandIo): Promise<PurposeHistory> {
  let isTold = false;
  const found = await wholeHistory(historyDeps(io), path, {
    onProgress: ({ read, known }) => {
      if (!io.interactive) return;
      isTold = true;
      io.err(`Reading commits: ${read} of ${known}`, { replace: true });
    },
  });
  if (isTold) io.err('\n');
  return found;
}

/** If git does not detect a rename, records under a former name are not found; this lists candidates. */
async function recordsLeftBehind(found: PurposeHistory, path: string, io: CommandIo): Promise<string[]> {
  const isNew = found.entries.every(({ record, commit }) => !record && !commit);
  return isNew ? ownerlessFolders(io.files, path) : [];
}

function present(format: string, found: PurposeHistory, path: string, io: CommandIo): string {
  const shallow = found.older === 'shallow';
  if (format === 'json') {
    const json = {
      version: 1,
      path: relative(io.cwd, path),
      git: found.git?.kind ?? 'no-repository',
      older: shallow ? 'shallow' : 'none',
      unreadable: found.unreadable.map(({ path: at, problem }) => ({ path: relative(io.cwd, at), problem })),
      entries: found.entries.map((entry) => entryJson(entry, io.cwd)),
    };
    return `${JSON.stringify(json, undefined, 2)}\n`;
  }
  if (format === 'markdown') return storyOf(purposeName(path), found.entries, shallow);
  if (found.entries.length === 0) return `${relative(io.cwd, path)} has no statement and no history yet.\n`;
  const text = historyText(relative(io.cwd, path), found.entries, io.color);
  return shallow
    ? `${text}\nOlder history is not in this shallow clone; "git fetch --unshallow" brings it here.\n`
    : text;
}

function entryJson(entry: TimelineEntry, cwd: string): object {
  const { record } = entry;
  return {
    kind: entry.kind,
    time: entry.time ?? null,
    author: entry.author,
    statement: entry.statement,
    markdown: entry.markdown,
    previous: entry.previous ?? null,
    change: entry.change ?? null,
    figures: {
      grade: entry.figures.grade ?? null,
      vague: entry.figures.vague ?? null,
      words: entry.figures.words,
    },
    ...(entry.steps && { steps: entry.steps }),
    note: entry.note,
    fit: entry.fit ?? null,
    phrase: entry.phrase ?? null,
    ...(entry.answers && { answers: entry.answers }),
    uncommitted: entry.uncommitted,
    record: record ? { id: record.id, path: relative(cwd, record.path) } : null,
    replaces: entry.replaces ?? null,
    pivot: entry.pivot ?? null,
    commit: entry.commit ?? null,
  };
}
