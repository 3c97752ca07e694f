import { Disposable, EventEmitter, extensions, workspace } from 'vscode';
import { platform } from '#platform';
import { dirname, isWithin, join, relative } from '../../files/paths';
import type { GitCommit, GitReader, GitState, GitVersion } from '../../history/git-reader';
import { adoptedFiles } from '../adopted-files';
import type { PlatformGit } from '../platform/platform';
import { pathOf, uriOf } from '../vscode-files';
import { type FoundGit, findGit, type GitApi, type GitRepository } from './git-api';

/** A repository's newest commit has changed; unknown fields are undefined. */
export interface HeadChange {
  readonly repository: GitRepository;
  readonly from?: string;
  readonly to?: string;
}

/**
 * Git in the editor. The built-in git extension says which program to run and when a repository changes; the program
 * itself answers what the extension cannot (renames, many texts at once). Without the extension there are no commits.
 */
export class EditorGit implements GitReader, Disposable {
  readonly #changed = new EventEmitter<HeadChange | undefined>();
  readonly #heads = new Map<GitRepository, string | undefined>();
  readonly #disposables: Disposable[] = [this.#changed];
  /** Listeners on the git that was found. */
  readonly #ofApi: Disposable[] = [];
  #found: Promise<FoundGit> | undefined;

  /** Fires when a repository has a new head, or, without a value, when git was turned on or off. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#disposables.push(
      workspace.onDidGrantWorkspaceTrust(() => this.#forget()),
      extensions.onDidChange(() => {
        // Trusting a folder activates the git extension.
        void this.#found?.then((found) => {
          if ('reason' in found) this.#forget();
        });
      }),
    );
  }

  /** The editor's git API; `undefined` if git is not available. */
  async api(): Promise<GitApi | undefined> {
    const found = await this.#find();
    return 'api' in found ? found.api : undefined;
  }

  async state(path: string, signal?: AbortSignal): Promise<GitState> {
    if (uriOf(path).scheme !== 'file' || !platform.gitAt) return { kind: 'no-repository' };
    const found = await this.#find();
    if ('reason' in found) return { kind: 'unavailable', reason: found.reason };
    return platform.gitAt(found.api.git.path).reader.state(path, signal);
  }

  async log(path: string, options?: { limit?: number; signal?: AbortSignal }): Promise<GitCommit[]> {
    return (await this.#program(path))?.reader.log(path, options) ?? [];
  }

  async texts(
    path: string,
    versions: readonly GitVersion[],
    signal?: AbortSignal,
  ): Promise<(string | undefined)[]> {
    const program = await this.#program(path);
    return program ? program.reader.texts(path, versions, signal) : versions.map(() => undefined);
  }

  async movedTo(path: string, signal?: AbortSignal): Promise<string | undefined> {
    return (await this.#program(path))?.reader.movedTo?.(path, signal);
  }

  async isCommitted(path: string): Promise<boolean> {
    return (await this.#program(path))?.reader.isCommitted(path) ?? false;
  }

  /** The purpose files that differ between two commits; `undefined` if git does not know. */
  async filesChanged({ repository, from, to }: HeadChange): Promise<ReadonlySet<string> | undefined> {
    const root = pathOf(repository.rootUri);
    const program = from && to ? await this.#program(root) : undefined;
    if (!from || !to || !program) return undefined;
    const adopted = adoptedFiles()
      .map(pathOf)
      .filter((path) => isWithin(root, path))
      .map((path) => `:(literal)${relative(root, path)}`);
    const args = ['diff', '--name-only', '-z', '--no-renames', from, to, '--'];
    args.push(':(icase)*.purpose.md', ...adopted);
    return program.run(args, root).then(
      (output) => new Set(output.split('\0').map((name) => join(root, name))),
      () => undefined,
    );
  }

  /** The user name that git uses for commits in the folder of this file; empty if it has none. */
  async userName(path: string): Promise<string> {
    const program = await this.#program(path);
    if (!program) return '';
    return program.run(['config', 'user.name'], dirname(path)).then(
      (name) => name.trim(),
      () => '',
    );
  }

  dispose(): void {
    Disposable.from(...this.#disposables, ...this.#ofApi).dispose();
  }

  async #program(path: string): Promise<PlatformGit | undefined> {
    if (uriOf(path).scheme !== 'file') return undefined;
    const api = await this.api();
    return api && platform.gitAt?.(api.git.path);
  }

  #find(): Promise<FoundGit> {
    this.#found ??= this.#findNow();
    return this.#found;
  }

  async #findNow(): Promise<FoundGit> {
    if (!platform.gitAt) return { reason: 'No program can be run here.' };
    // VS Code turns its git extension off here; check again, so that running no program does not depend on that alone.
    if (!workspace.isTrusted)
      return { reason: 'Git is not asked in Restricted Mode: trust this folder to see them.' };
    const { found, watching } = await findGit(() => this.#forget());
    if (watching) this.#ofApi.push(watching);
    if ('api' in found) this.#listen(found.api);
    return found;
  }

  /** Git was turned on or off: the next query finds it again. */
  #forget(): void {
    Disposable.from(...this.#ofApi.splice(0)).dispose();
    this.#heads.clear();
    this.#found = undefined;
    this.#changed.fire(undefined);
  }

  #listen(api: GitApi): void {
    const follow = (repository: GitRepository) => {
      this.#heads.set(repository, repository.state.HEAD?.commit);
      this.#ofApi.push(
        repository.state.onDidChange(() => {
          const to = repository.state.HEAD?.commit;
          const from = this.#heads.get(repository);
          if (from === to) return;
          this.#heads.set(repository, to);
          this.#changed.fire({ repository, ...(from && { from }), ...(to && { to }) });
        }),
      );
    };
    for (const repository of api.repositories) follow(repository);
    this.#ofApi.push(
      api.onDidOpenRepository(follow),
      api.onDidCloseRepository((repository) => {
        this.#heads.delete(repository);
        this.#changed.fire(undefined);
      }),
    );
  }
}
