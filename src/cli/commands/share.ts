import { suppressedCopies } from '../../care/suppressed-copies';
import { FileError } from '../../files/file-access';
import { relative } from '../../files/paths';
import { isMarkdownPath } from '../../files/purpose-name';
import { decodeText, readText } from '../../files/read-text';
import { LARGEST_FILE_WITH_COPIES } from '../../files/size-limits';
import { interruptedWrite } from '../../files/temporary-file';
import { walk } from '../../files/walk';
import { AdoptedFiles } from '../../lint/adopted-files';
import type { CopyProblem } from '../../share/copies';
import { COPY_SHAPE_NAMES } from '../../share/copy-shapes';
import { mayHoldCopies } from '../../share/file-with-copies';
import { type SharedStatements, statementsIn } from '../../share/statements';
import { type CopyEdit, copySources, updateCopies } from '../../share/update-copies';
import { LineMap } from '../../statement/position';
import { plural } from '../../text/plural';
import { applyEdits } from '../../text/text-edit';
import type { Command, CommandIo } from '../command';
import { CopyRoots } from '../copy-roots';
import { EXIT } from '../exit-codes';
import { parseOptions } from '../options';
import { pathOf } from '../purpose-argument';
import { similarFile } from '../similar-file';
import { oneLine } from '../visible';

const HELP = `purpose share [--check] [PATH…]

Updates the shared copies of a statement. A copy can be in any Markdown file between

  <!-- purpose:begin team.purpose.md -->
  <!-- purpose:end -->

and as="${COPY_SHAPE_NAMES.join('|')}" after the file's name chooses its shape. Nothing outside the markers is
touched. A PATH is a Markdown file or a folder, .gitignore honoured; without a PATH, this folder.

  --check   write nothing; name every copy that differs

Examples:
  purpose share                           update all copies below this folder
  purpose share --check                   for CI: fail if a copy differs

Exit code: 0 every copy is up to date, 1 a copy differs (--check) or a marker cannot be used, 2 a file could not
be read or written, or the call is wrong.
`;

/** `purpose share` */
export const shareCommand: Command = {
  name: 'share',
  summary: 'update the copies of a statement in other Markdown files',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, { check: { type: 'boolean', default: false } });
    const run = new Run(io, values.check);
    for (const path of positionals.length > 0 ? positionals : ['.']) await run.add(path);
    return run.finish();
  },
};

/**
 * Maximum number of passes over purpose files that copy from each other, before they are reported as never settling.
 */
const MAX_ROUNDS = 10;

/** Maximum number of reads of a file that another program keeps changing. */
const MAX_LOOKS = 5;

interface Tally {
  copies: number;
  differing: number;
  problems: number;
}

class Run {
  readonly #files = new Map<string, { readonly named: boolean }>();
  readonly #roots: CopyRoots;
  readonly #tallies = new Map<string, Tally>();
  readonly #statements: SharedStatements;
  readonly #adopted: AdoptedFiles;
  #failed = false;

  constructor(
    readonly io: CommandIo,
    readonly check: boolean,
  ) {
    this.#roots = new CopyRoots(io.files, io.cwd);
    this.#adopted = new AdoptedFiles(io.files);
    this.#statements = statementsIn(io.files, (path) => this.#adopted.isPurpose(path));
  }

  /** Adds the Markdown files of an argument. */
  async add(word: string): Promise<void> {
    const path = pathOf(word, this.io);
    try {
      const found = await this.io.files.stat(path);
      if (!found) {
        this.#fail(`${word}: there is no such file or folder.${await similarFile(path, this.io)}`);
      } else if (found.type === 'folder') {
        const onError = (error: FileError): void => this.#fail(error.message);
        const onUnfinished = (left: string): void =>
          this.io.err(`${oneLine(interruptedWrite(relative(this.io.cwd, left)))}\n`);
        const options = { accept: isMarkdownPath, onError, onUnfinished };
        for await (const file of walk(this.io.files, path, options)) {
          if (!this.#files.has(file)) this.#files.set(file, { named: false });
        }
      } else this.#files.set(path, { named: true });
    } catch (error) {
      this.#failWith(error);
    }
  }

  async finish(): Promise<number> {
    // A purpose file can also contain a copy; its statement must be final before others copy from it.
    const purposes: string[] = [];
    const others: string[] = [];
    for (const path of this.#files.keys())
      ((await this.#adopted.isPurpose(path)) ? purposes : others).push(path);
    let todo = purposes;
    for (let round = 0; todo.length > 0 && round < MAX_ROUNDS; round++) {
      let changed = false;
      for (const file of todo) changed = (await this.#serve(file, round === 0)) || changed;
      todo = changed ? purposes : [];
    }
    for (const file of others) await this.#serve(file, true);
    return this.#sumUp();
  }

  /** Updates or checks one file; returns whether it was written. */
  async #serve(file: string, isFirst: boolean): Promise<boolean> {
    try {
      for (let look = 1; ; look++) {
        try {
          return await this.#serveOnce(file, isFirst);
        } catch (error) {
          const changed = error instanceof FileError && error.code === 'changed';
          if (!changed || look === MAX_LOOKS) throw error;
        }
      }
    } catch (error) {
      this.#failWith(error);
      return false;
    }
  }

  async #serveOnce(file: string, isFirst: boolean): Promise<boolean> {
    const name = relative(this.io.cwd, file);
    await this.#roots.mustHold(file);
    const bytes = await this.#read(file, name);
    if (bytes === undefined) return false;
    const text = decodeText(bytes, name, LARGEST_FILE_WITH_COPIES);
    const place = { file, root: await this.#roots.of(file) };
    const known = await this.#statements.load(copySources(text, place), place.root);
    const { edits, problems, copies } = updateCopies(text, place, known, suppressedCopies(text));
    const tally = { copies: copies.length, differing: 0, problems: problems.length };
    if (isFirst) this.#tallies.set(file, tally);
    const isWritten = !this.check && edits.length > 0;
    if (isWritten) {
      await this.io.files.write(file, new TextEncoder().encode(applyEdits(text, edits)), bytes);
      this.#statements.forget(file);
    }
    // Counted and reported after the write: a failed write has updated nothing.
    tally.differing = edits.length;
    if (edits.length > 0 || isFirst) this.#tell(name, text, edits, isFirst ? problems : []);
    return isWritten;
  }

  #tell(name: string, text: string, edits: readonly CopyEdit[], problems: readonly CopyProblem[]): void {
    if (edits.length + problems.length === 0) return;
    const map = new LineMap(text);
    const at = (offset: number): string => {
      const { line, column } = map.point(offset);
      return `${oneLine(name)}:${line}:${column}`;
    };
    for (const { span, message } of problems) this.io.out(`${at(span.start)}: ${oneLine(message)}\n`);
    const what = this.check ? 'this copy differs from' : 'updated the copy of';
    for (const { copy } of edits) this.io.out(`${at(copy.begin.start)}: ${what} ${oneLine(copy.source)}\n`);
  }

  /** The bytes of a file that may contain copies; prints a message if it is too large. */
  async #read(file: string, name: string): Promise<Uint8Array | undefined> {
    const { size = 0 } = (await this.io.files.stat(file)) ?? {};
    if (size > LARGEST_FILE_WITH_COPIES) {
      if (this.#files.get(file)?.named) await readText(this.io.files, file, LARGEST_FILE_WITH_COPIES);
      // Not an error unless the file was named: a file of this size hardly contains a copy.
      this.io.err(`${oneLine(name)}: this file is too large to look for copies in.\n`);
      return undefined;
    }
    const bytes = await this.io.files.read(file);
    return mayHoldCopies(bytes) ? bytes : undefined;
  }

  #sumUp(): number {
    const tallies = [...this.#tallies.values()].filter(({ copies, problems }) => copies + problems > 0);
    const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
    const [copies, differing, problems] = [sum('copies'), sum('differing'), sum('problems')];
    const where = `${plural(copies, 'copy', 'copies')} in ${plural(tallies.length, 'file', 'files')}`;
    const left = problems > 0 ? `, ${plural(problems, 'marker', 'markers')} left as found` : '';
    if (copies + problems === 0) this.io.out(this.#failed ? '' : 'There is no shared copy here.\n');
    else if (!this.check) this.io.out(`${where}: ${differing} updated${left}.\n`);
    else if (differing > 0) this.io.out(`${where}: ${differing} to update with \`purpose share\`${left}.\n`);
    else this.io.out(`${where}: all up to date${left}.\n`);
    if (this.#failed) return EXIT.failed;
    return problems > 0 || (this.check && differing > 0) ? EXIT.findings : EXIT.ok;
  }

  #failWith(error: unknown): void {
    if (!(error instanceof FileError)) throw error;
    this.#fail(error.message);
  }

  #fail(message: string): void {
    this.#failed = true;
    this.io.err(`${oneLine(message)}\n`);
  }
}
