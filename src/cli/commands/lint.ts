import { careFindings } from '../../care/care-findings';
import { type CareSources, gatherCare } from '../../care/gather-care';
import { FileError } from '../../files/file-access';
import { basename, dirname, isWithin, relative } from '../../files/paths';
import { decodeAnyText, readText } from '../../files/read-text';
import { LARGEST_FILE } from '../../files/size-limits';
import { interruptedWrite } from '../../files/temporary-file';
import { AdoptedFiles, purposeFilesBelow } from '../../lint/adopted-files';
import type { ConfigLayer } from '../../lint/config';
import { type ConfigFile, findConfigFile, readConfigFile } from '../../lint/config-file';
import { type ExtraFinding, SEVERITIES, type Severity } from '../../lint/finding';
import type { LintResult } from '../../lint/lint-result';
import { LintSession } from '../../lint/session';
import { statementsIn } from '../../share/statements';
import { PurposeDocument } from '../../statement/document';
import { RecentRecords } from '../../statement/recent-records';
import { type Command, type CommandIo, UsageError } from '../command';
import { CopyRoots } from '../copy-roots';
import { EXIT } from '../exit-codes';
import { github } from '../format/github';
import { json } from '../format/json';
import type { FileFailure, FileReport, Format } from '../format/report';
import { sarif } from '../format/sarif';
import { stylish } from '../format/stylish';
import { historyDeps } from '../history-deps';
import { choiceOf, failOnValue, parseOptions } from '../options';
import { mustBeText, pathOf } from '../purpose-argument';
import { similarFile } from '../similar-file';
import { VERSION } from '../version';
import { oneLine } from '../visible';
import { diffOf, diffs, fixedText, writeFixed } from './fix-files';

const FORMATS: Readonly<Record<string, Format>> = { stylish, json, sarif, github };

const HELP = `purpose lint [PATH…] [options]

Lints purpose files. A folder means every *.purpose.md and every adopted file below it, .gitignore
honoured; without a PATH, this folder. A PATH of - means standard input.

  --format stylish|json|sarif|github   how to print what was found (stylish)
  --fail-on info|warning|error|never   from which severity on the exit code is 1 (warning)
  --config FILE                        these settings instead of the nearest .purposerc.{json,yml}
  --fix                                make the fixes that cannot be wrong, then tell what is left
  --fix-dry-run                        print as a diff what --fix would change, and no findings
  --stdin-filename FILE                lint standard input as if it were FILE
  --color, --no-color                  print with colours, or without

Examples:
  purpose lint                            every purpose below this folder
  purpose lint team.purpose.md --fail-on info
  purpose lint --fix-dry-run              what --fix would change

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 a file or settings could not be read or the call is wrong.
`;

interface Options {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: string;
  readonly config: string | undefined;
  readonly stdinFilename: string | undefined;
  readonly color: boolean;
  readonly fix: 'write' | 'diff' | undefined;
}

function readOptions(args: readonly string[], io: CommandIo): Options {
  const { values, positionals } = parseOptions(
    args,
    {
      format: { type: 'string', default: 'stylish' },
      'fail-on': { type: 'string', default: 'warning' },
      config: { type: 'string' },
      'stdin-filename': { type: 'string' },
      color: { type: 'boolean' },
      fix: { type: 'boolean' },
      'fix-dry-run': { type: 'boolean' },
    },
    { allowNegative: true },
  );
  const format = choiceOf('--format', FORMATS, values.format);
  const failOn = failOnValue(values['fail-on']);
  const stdinFilename = values['stdin-filename'];
  const paths = positionals.length > 0 ? positionals : [stdinFilename === undefined ? '.' : '-'];
  // Before anything is printed.
  for (const path of [...paths, stdinFilename ?? '-']) if (path !== '-') pathOf(path, io);
  const { config } = values;
  const fix = values['fix-dry-run'] ? 'diff' : values.fix ? 'write' : undefined;
  if (fix === 'write' && paths.includes('-'))
    throw new UsageError('--fix cannot write to standard input; --fix-dry-run prints what it would change.');
  return {
    paths,
    format: fix === 'diff' ? diffs : format,
    failOn,
    config,
    stdinFilename,
    color: values.color ?? io.color,
    fix,
  };
}

/** `purpose lint` */
export const lintCommand: Command = {
  name: 'lint',
  summary: 'ask what is vague, hard to read or missing in purpose files',
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, io);
    if (options.config !== undefined && !(await settingsCanBeUsed(options.config, io))) return EXIT.failed;
    return new Run(io, options).finish();
  },
};

/** Whether the settings file of `--config` can be used; if not, says why. */
async function settingsCanBeUsed(given: string, io: CommandIo): Promise<boolean> {
  const path = pathOf(given, io);
  // A missing file rejects here.
  await readText(io.files, path);
  const { unusable, problems } = await readConfigFile(io.files, path);
  if (!unusable) return true;
  for (const { line, column, message } of problems)
    io.err(`${oneLine(given)}:${line}:${column}: ${oneLine(message)}\n`);
  return false;
}

/** Blocks whose analysis is kept for the files that follow, in characters: about 25 MB. */
const KEPT_BLOCKS = 100_000;

class Run {
  #fileCount = 0;
  #reached = false;
  readonly #failures: FileFailure[] = [];
  readonly #settings: FileFailure[] = [];
  readonly #session = new LintSession();
  readonly #blocks = new RecentRecords(KEPT_BLOCKS);
  readonly #configs = new Map<string, Promise<ConfigFile | undefined>>();
  readonly #reportedSettings = new Set<string>();
  #settingsFailed = false;
  readonly #seen = new Set<string>();
  readonly #care: CareSources;
  readonly #roots: CopyRoots;

  constructor(
    readonly io: CommandIo,
    readonly options: Options,
  ) {
    this.#roots = new CopyRoots(io.files, io.cwd);
    const adopted = new AdoptedFiles(io.files);
    const isPurpose = (path: string) => adopted.isPurpose(path);
    this.#care = {
      history: historyDeps(io),
      statements: statementsIn(io.files, isPurpose),
      isPurpose,
      rootOf: (path) => this.#roots.of(path),
      now: io.now,
    };
  }

  async *#reports(): AsyncGenerator<FileReport> {
    const limit = SEVERITIES.indexOf(this.options.failOn as Severity);
    for (const path of this.options.paths) {
      for await (const report of this.#below(path)) {
        this.#fileCount++;
        this.#reached ||= report.result.findings.some(
          ({ severity }) => limit >= 0 && SEVERITIES.indexOf(severity) >= limit,
        );
        yield report;
      }
    }
  }

  /** Lints the files of one argument. A file's failure does not stop the others. */
  async *#below(argument: string): AsyncGenerator<FileReport> {
    if (argument === '-') {
      const name = this.options.stdinFilename ?? 'stdin';
      return yield* this.#attempt(name, () => this.#lintStdin(name));
    }
    const at = pathOf(argument, this.io);
    try {
      const found = await this.io.files.stat(at);
      if (found?.type !== 'folder') {
        mustBeText(at);
        return yield* this.#attempt(at, () => this.#lintFile(at));
      }
      const options = {
        onError: (error: FileError) => this.#fail(error.path, error),
        onUnfinished: (left: string) =>
          this.io.err(`${oneLine(interruptedWrite(relative(this.io.cwd, left)))}\n`),
      };
      for await (const file of purposeFilesBelow(this.io.files, at, options))
        yield* this.#attempt(file, () => this.#lintFile(file, false));
    } catch (error) {
      this.#fail(at, error);
    }
  }

  async finish(): Promise<number> {
    const { io, options } = this;
    const complete = () => this.#failures.length === 0 && !this.#settingsFailed;
    const problems = () => ({ failures: this.#failures, settings: this.#settings, complete: complete() });
    const format = options.format(this.#reports(), problems, { color: options.color, version: VERSION });
    const how = { commands: options.format === github, diff: options.format === diffs };
    for await (const text of format) io.out(text, how);
    for (const { path, message } of this.#failures) io.err(`${oneLine(path)}: ${oneLine(message)}\n`);
    for (const { path, line, column, message } of this.#settings)
      io.err(`${oneLine(path)}:${line}:${column}: ${oneLine(message)}\n`);
    if (this.#fileCount === 0 && this.#failures.length === 0) {
      io.err(
        'There are no *.purpose.md files here; `purpose new` starts one, `purpose adopt FILE` makes one of a file there is.\n',
      );
    }
    if (!complete()) return EXIT.failed;
    return this.#reached ? EXIT.findings : EXIT.ok;
  }

  async #lintStdin(name: string): Promise<FileReport> {
    const bytes = await this.io.stdin();
    return this.#lint(pathOf(name, this.io), bytes, decodeAnyText(bytes, name), name);
  }

  /** @param mayBeLink whether the path was named, and not listed by a walk, which skips links */
  async #lintFile(path: string, mayBeLink = true): Promise<FileReport | undefined> {
    if (this.#seen.has(path)) return undefined;
    this.#seen.add(path);
    await this.#roots.mustHold(path, mayBeLink);
    const bytes = await this.io.files.read(path, LARGEST_FILE);
    return this.#lint(path, bytes, decodeAnyText(bytes, path), this.#shown(path));
  }

  async #lint(path: string, bytes: Uint8Array, text: string, shown: string): Promise<FileReport> {
    const { fix } = this.options;
    const before = await this.#resultOf(path, text, shown);
    const fixed = fix && fixedText(before, path, bytes);
    if (fix === 'write' && fixed !== undefined) {
      await writeFixed(this.io, path, bytes, fixed);
      this.io.err(`${oneLine(shown)}: fixed.\n`);
    }
    const result = fixed === undefined ? before : await this.#resultOf(path, fixed, shown);
    for (const failure of result.failures) this.io.err(`${oneLine(shown)}: ${oneLine(failure)}\n`);
    return {
      path: shown,
      result,
      ...(fixed !== undefined && fix === 'diff' && { diff: diffOf(shown, text, fixed) }),
    };
  }

  async #resultOf(path: string, text: string, shown: string): Promise<LintResult> {
    const document = PurposeDocument.of(text, this.#blocks);
    const linted = this.#session.lint(document, await this.#layers(path));
    const facts = shown === 'stdin' ? {} : await gatherCare(document, path, this.#care);
    return linted.with((state) =>
      careFindings(state, facts, this.io.now()).map((finding) => this.#withShownPaths(finding)),
    );
  }

  async #layers(path: string): Promise<readonly ConfigLayer[]> {
    const { config } = this.options;
    const folder = dirname(path);
    const key = config === undefined ? folder : '';
    const found =
      this.#configs.get(key) ??
      (config === undefined
        ? findConfigFile(this.io.files, folder)
        : readConfigFile(this.io.files, pathOf(config, this.io)));
    this.#configs.set(key, found);
    const file = await found;
    if (!file) return [];
    // A check without the settings that it was told to apply must not exit with success.
    if (file.unusable) this.#settingsFailed = true;
    for (const { path: at, line, column, message } of this.#reportedSettings.has(file.path)
      ? []
      : file.problems) {
      this.#settings.push({ path: this.#shown(at), line, column, message });
    }
    this.#reportedSettings.add(file.path);
    return [file.layer];
  }

  async *#attempt(path: string, lint: () => Promise<FileReport | undefined>): AsyncGenerator<FileReport> {
    try {
      const report = await lint();
      if (report) yield report;
    } catch (error) {
      const missing = error instanceof FileError && error.code === 'missing' && error.path === path;
      this.#fail(path, error, missing ? await similarFile(path, this.io) : '');
    }
  }

  #fail(path: string, error: unknown, meant = ''): void {
    const message =
      error instanceof FileError ? error.message : `This file could not be linted: ${String(error)}`;
    const prefix = error instanceof FileError ? `${error.path}: ` : '';
    this.#failures.push({
      path: this.#shown(path),
      message: (message.startsWith(prefix) ? message.slice(prefix.length) : message) + meant,
    });
  }

  #withShownPaths(finding: ExtraFinding): ExtraFinding {
    const related = finding.related?.map((one) =>
      one.path === undefined ? one : { ...one, path: this.#shown(one.path) },
    );
    return related ? { ...finding, related } : finding;
  }

  #shown(path: string): string {
    if (path === this.options.stdinFilename || path === 'stdin') return path;
    return isWithin(this.io.cwd, path) ? relative(this.io.cwd, path) || basename(path) : path;
  }
}
