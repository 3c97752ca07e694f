import { yielder } from '../async/yielding';
import type { GitCommit, GitReader, GitVersion } from './git';
import { fold, type StatementOf, type StatementText } from './statement-of';

/** A commit that changed the statement. */
export interface StatementCommit {
  readonly commit: GitCommit;
  /** `undefined` where the commit took the statement or the file away. */
  readonly statement?: StatementText;
  /** The plain statement before it; `undefined` where there was none. */
  readonly before?: string;
}

/** Finds the commits whose statement differs from that of every parent, reading each content once. */
export class StatementCommits {
  readonly #statements = new Map<string, StatementText | undefined>();
  /** What git could not print, as in a partial clone: no text is not the same as no statement. */
  readonly #unread = new Set<string>();
  readonly #leftOut = new Set<string>();

  constructor(
    private readonly git: GitReader,
    private readonly path: string,
    private readonly statementOf: StatementOf,
  ) {}

  /** How many commits were left out because git has no text of theirs here, or of what they are compared with. */
  get leftOut(): number {
    return this.#leftOut.size;
  }

  /** @param log newest first; @returns those of `log` from `start` to `end` that changed the statement, newest first */
  async changed(
    log: readonly GitCommit[],
    start: number,
    end: number,
    signal?: AbortSignal,
  ): Promise<StatementCommit[]> {
    const page = log.slice(start, end).map((commit, at) => {
      const older = log[start + at + 1]?.after;
      return { commit, before: commit.before ?? (older ? [older] : []) };
    });
    await this.#read(
      page.flatMap(({ commit, before }) => [...(commit.after ? [commit.after] : []), ...before]),
      signal,
    );
    return page.flatMap(({ commit, before }) => {
      if ([commit.after, ...before].some((version) => version && this.#unread.has(keyOf(version)))) {
        this.#leftOut.add(commit.hash);
        return [];
      }
      const statement = commit.after && this.#statements.get(keyOf(commit.after));
      const now = fold(statement?.plain ?? '');
      const sides = before.map((version) => fold(this.#statements.get(keyOf(version))?.plain ?? ''));
      const same = sides.length === 0 ? now === '' : sides.includes(now);
      if (same) return [];
      const first = sides[0];
      return [{ commit, ...(statement && { statement }), ...(first && { before: first }) }];
    });
  }

  /** The statement of one version. */
  async statementAt(version: GitVersion, signal?: AbortSignal): Promise<StatementText | undefined> {
    await this.#read([version], signal);
    return this.#statements.get(keyOf(version));
  }

  async #read(versions: readonly GitVersion[], signal?: AbortSignal): Promise<void> {
    const wanted = new Map<string, GitVersion>();
    for (const version of versions) {
      if (!this.#statements.has(keyOf(version))) wanted.set(keyOf(version), version);
    }
    if (wanted.size === 0) return;
    const texts = await this.git.texts(this.path, [...wanted.values()], signal);
    const yieldIfDue = yielder(signal);
    for (const [at, key] of [...wanted.keys()].entries()) {
      const text = texts[at];
      if (text === undefined) this.#unread.add(key);
      this.#statements.set(key, text === undefined ? undefined : this.statementOf(text));
      await yieldIfDue();
    }
  }
}

function keyOf(version: GitVersion): string {
  return version.blob ?? `${version.commit}:${version.path}`;
}
