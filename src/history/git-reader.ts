/** A file at one commit. */
export interface GitVersion {
  readonly commit: string;
  /** The file's path at that commit, as {@link GitReader.texts} of the same reader expects it. */
  readonly path: string;
  /** The id of its content, if known: equal ids have equal texts, which are read once. */
  readonly blob?: string;
}

/** A commit that touched the file. */
export interface GitCommit {
  readonly hash: string;
  /** ISO 8601 in UTC: the author date. */
  readonly time: string;
  /** When the commit was made or last amended, if known: the committer date. */
  readonly committed?: string;
  readonly author: string;
  readonly email: string;
  /** The first line of its message. */
  readonly subject: string;
  /** `undefined` if the commit deleted the file. */
  readonly after?: GitVersion;
  /**
   * The file in each of the commit's parents; empty if the commit added it. Undefined if a reader does not know: then
   * the next older commit of the list is used.
   */
  readonly before?: readonly GitVersion[];
  /** Whether it has no parent here: the first commit, or the end of a shallow clone. */
  readonly isRoot?: boolean;
}

/** Git's information on the location of a file. */
export type GitState =
  | {
      readonly kind: 'repository';
      /** The top of the working tree, in the same form as the given path. */
      readonly root: string;
      readonly shallow: boolean;
    }
  /** The file is in no repository. */
  | { readonly kind: 'no-repository' }
  /** Git is missing or refuses; `reason` is one sentence for the user. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/**
 * The queries of the history to git: through the `git` program in the command line, through the git extension in the
 * editor.
 */
export interface GitReader {
  state(path: string, signal?: AbortSignal): Promise<GitState>;
  /**
   * The commits that touched the file, newest first, following renames, including a staged one; empty if the file is
   * not committed yet.
   * @param limit maximum number of the newest commits; default: all
   */
  log(
    path: string,
    options?: { readonly limit?: number; readonly signal?: AbortSignal },
  ): Promise<GitCommit[]>;
  /** The path to which a file that is gone was renamed, staged or committed; `undefined` if git does not know. */
  movedTo?(path: string, signal?: AbortSignal): Promise<string | undefined>;
  /** The file's text in each version, in the same order; `undefined` if it is not available. */
  texts(path: string, versions: readonly GitVersion[], signal?: AbortSignal): Promise<(string | undefined)[]>;
  /** Whether the newest commit contains a file at this path. */
  isCommitted(path: string): Promise<boolean>;
}

/**
 * Runs `git` with these arguments in this folder and returns its standard output; rejects with a one-sentence error.
 * @param input the text for its standard input; without it, the input is empty
 */
export type RunGit = (
  args: readonly string[],
  cwd: string,
  signal?: AbortSignal,
  input?: string,
) => Promise<string>;
