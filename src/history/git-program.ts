import { basename, dirname, join } from '../files/paths';
import { errorMessage } from '../text/error-message';
import { LOG_FORMAT, parseLog } from './git-log';
import type { GitCommit, GitReader, GitState, GitVersion, RunGit } from './git-reader';
import { renamedTo, stagedRenames } from './git-renames';

/** The rest of a header, the text, and the line ending that git adds. */
const PRINTED = /^([0-9a-f]+) blob\n([\s\S]*)\n$/;

/**
 * Reads git through its program. Each command specifies its output format, which user settings could change; the
 * function that starts git adds the guards against running other programs.
 */
export class GitProgram implements GitReader {
  readonly #run: RunGit;

  constructor(run: RunGit) {
    this.#run = run;
  }

  async state(path: string, signal?: AbortSignal): Promise<GitState> {
    try {
      const output = await this.#run(
        // The relative path to the top, not git's absolute one: git resolves links, and knows no URIs.
        ['rev-parse', '--is-shallow-repository', '--show-cdup'],
        dirname(path),
        signal,
      );
      const [shallow = '', up = ''] = output.split('\n');
      return { kind: 'repository', root: join(dirname(path), up), shallow: shallow === 'true' };
    } catch (error) {
      signal?.throwIfAborted();
      const reason = errorMessage(error);
      return /not a git repository/i.test(reason)
        ? { kind: 'no-repository' }
        : { kind: 'unavailable', reason };
    }
  }

  async log(
    path: string,
    options: { readonly limit?: number; readonly signal?: AbortSignal } = {},
  ): Promise<GitCommit[]> {
    const commits = await this.#log(path, options);
    if (commits.length > 0) return commits;
    const before = await this.#stagedFrom(path, options.signal);
    return before === undefined ? [] : this.#log(before, options);
  }

  async texts(
    path: string,
    versions: readonly GitVersion[],
    signal?: AbortSignal,
  ): Promise<(string | undefined)[]> {
    const names = versions.map(({ blob, commit, path: at }) => blob ?? `${commit}:${at}`);
    const texts = await this.#texts([...new Set(names)], dirname(path), signal);
    return names.map((name) => texts.get(name));
  }

  async movedTo(path: string, signal?: AbortSignal): Promise<string | undefined> {
    return renamedTo(this.#run, path, signal);
  }

  async isCommitted(path: string): Promise<boolean> {
    return this.#succeeds(['cat-file', '-e', `HEAD:./${basename(path)}`], dirname(path));
  }

  /**
   * `git cat-file --batch` prints each named text below a header of our format, so that one process reads many. If the
   * output does not match, the texts are read one by one.
   */
  async #texts(
    names: readonly string[],
    folder: string,
    signal: AbortSignal | undefined,
  ): Promise<ReadonlyMap<string, string>> {
    signal?.throwIfAborted();
    const texts = new Map<string, string>();
    if (names.length === 0) return texts;
    // Random, so that no text contains it.
    const mark = `purpose-${globalThis.crypto.randomUUID()}`;
    const header = `--batch=${mark} %(objectname) %(objecttype)`;
    try {
      const input = `${names.join('\n')}\n`;
      const output = await this.#run(['cat-file', '--buffer', header], folder, signal, input);
      const [before, ...printed] = output.split(`${mark} `);
      const read = printed.map((text) => PRINTED.exec(text));
      if (before === '' && read.length === names.length && read.every((one, at) => isText(one, names[at]))) {
        names.forEach((name, at) => {
          texts.set(name, read[at]?.[2] ?? '');
        });
        return texts;
      }
    } catch {
      signal?.throwIfAborted();
    }
    for (const name of names) {
      signal?.throwIfAborted();
      try {
        texts.set(name, await this.#run(['cat-file', 'blob', name], folder, signal));
      } catch {
        // The text is missing, for example in a partial clone without its server; the caller sees that.
        signal?.throwIfAborted();
      }
    }
    return texts;
  }

  async #log(
    path: string,
    { limit, signal }: { readonly limit?: number; readonly signal?: AbortSignal },
  ): Promise<GitCommit[]> {
    const folder = dirname(path);
    const args = [
      '--literal-pathspecs',
      ...['log', '--follow', '-c', '--raw', '-z', '--no-abbrev', `--format=${LOG_FORMAT}`],
      ...(limit === undefined ? [] : ['-n', String(limit)]),
      ...['--', basename(path)],
    ];
    try {
      const output = await this.#run(args, folder, signal);
      signal?.throwIfAborted();
      return await parseLog(output);
    } catch (error) {
      signal?.throwIfAborted();
      // Without a commit or a repository, git has no log and fails.
      if (await this.#succeeds(['rev-parse', '--verify', '--quiet', 'HEAD'], folder)) throw error;
      return [];
    }
  }

  /** The path from which a file was moved in the index without a commit; `undefined` if it was not. */
  async #stagedFrom(path: string, signal?: AbortSignal): Promise<string | undefined> {
    const folder = dirname(path);
    try {
      const renames = await stagedRenames(this.#run, folder, signal);
      // A rename is hardly ever staged, so mostly one process is enough.
      if (renames.length === 0) return undefined;
      const places = await this.#run(['rev-parse', '--show-cdup', '--show-prefix'], folder, signal);
      const [up = '', prefix = ''] = places.split('\n');
      const rename = renames.find(({ to }) => to === prefix + basename(path));
      if (rename) return join(folder, up, rename.from);
    } catch {
      // There is no commit yet.
      signal?.throwIfAborted();
    }
    return undefined;
  }

  async #succeeds(args: readonly string[], folder: string): Promise<boolean> {
    try {
      await this.#run(args, folder);
      return true;
    } catch {
      return false;
    }
  }
}

/** Whether a printed text is the one with this name, which is an id or `COMMIT:PATH`. */
function isText(printed: RegExpExecArray | null, name = ''): boolean {
  return printed !== null && (name.includes(':') || printed[1] === name);
}
