import { basename, dirname, join } from '../files/paths';
import type { GitCommit, GitReader, GitState, GitVersion } from './git';
import { LOG_FORMAT, parseLog } from './git-log';

/**
 * Runs `git` with these arguments in this folder and returns its standard output; rejects with a one-sentence error.
 */
export type RunGit = (args: readonly string[], cwd: string, signal?: AbortSignal) => Promise<string>;

/** Maximum length of the names for one `git show`: Windows allows 32,767 characters for a whole command. */
const LONGEST_ARGUMENTS = 24_000;
/** Concurrency limit of `git show`. */
const AT_ONCE = 3;

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
      const reason = error instanceof Error ? error.message : String(error);
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
    const texts = new Map<string, string>();
    const batches = batchesOf(names, versions);
    let next = 0;
    const worker = async () => {
      for (let at = next++; at < batches.length; at = next++) {
        for (const [name, text] of await this.#batch(batches[at] ?? new Map(), dirname(path), signal)) {
          texts.set(name, text);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return names.map((name) => texts.get(name));
  }

  async isCommitted(path: string): Promise<boolean> {
    return this.#succeeds(['cat-file', '-e', `HEAD:./${basename(path)}`], dirname(path));
  }

  /**
   * `git show` prints the given blobs and commits in order, and a commit in our format. Each text is followed by a
   * commit as an end mark, so that one process reads many. If the output does not match, the texts are read one by one.
   */
  async #batch(
    batch: ReadonlyMap<string, string>,
    folder: string,
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, string>> {
    signal?.throwIfAborted();
    const show = ['show', '-s'];
    const commits = [...batch.values()];
    const mark = `purpose-${globalThis.crypto.randomUUID()}`;
    const args = [...batch].flat();
    try {
      const output = await this.#run([...show, `--format=%x00${mark}%H%x00`, ...args], folder, signal);
      const parts = output.split(new RegExp(`\\0${mark}([0-9a-f]+)\\0\\n?`));
      const ends = parts.filter((_, at) => at % 2 === 1);
      if (ends.join() === commits.join() && parts.at(-1) === '') {
        return new Map([...batch.keys()].map((name, at) => [name, parts[2 * at] ?? '']));
      }
    } catch {
      signal?.throwIfAborted();
    }
    const texts = new Map<string, string>();
    for (const name of batch.keys()) {
      signal?.throwIfAborted();
      try {
        texts.set(name, await this.#run([...show, name], folder, signal));
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
      const diff = ['diff', '--cached', '--name-status', '-z', '--find-renames', '--diff-filter=R'];
      const output = await this.#run([...diff, 'HEAD'], folder, signal);
      // A rename is hardly ever staged, so mostly one process is enough.
      if (output === '') return undefined;
      const places = await this.#run(['rev-parse', '--show-cdup', '--show-prefix'], folder, signal);
      const [up = '', prefix = ''] = places.split('\n');
      const fields = output.split('\0');
      for (let at = 0; at + 2 < fields.length; at += 3) {
        if (fields[at + 2] === prefix + basename(path)) return join(folder, up, fields[at + 1] ?? '');
      }
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

/**
 * Each batch maps the name of a text to a commit that is unique in the batch, since `git show` prints a commit once.
 */
function batchesOf(names: readonly string[], versions: readonly GitVersion[]): Map<string, string>[] {
  const batches: { texts: Map<string, string>; commits: Set<string>; length: number }[] = [];
  const seen = new Set<string>();
  names.forEach((name, at) => {
    if (seen.has(name)) return;
    seen.add(name);
    const commit = versions[at]?.commit ?? '';
    const own = name.length + commit.length + 2;
    let batch = batches.findLast(
      ({ commits, length }) => length + own <= LONGEST_ARGUMENTS && !commits.has(commit),
    );
    if (!batch) {
      batch = { texts: new Map(), commits: new Set(), length: 0 };
      batches.push(batch);
    }
    batch.texts.set(name, commit);
    batch.commits.add(commit);
    batch.length += own;
  });
  return batches.map(({ texts }) => texts);
}
