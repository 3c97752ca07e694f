/** A file as one commit has it. */
export interface GitVersion {
  readonly commit: string;
  /** The file's path at that commit, as the reader's own {@link GitReader.texts} understands it. */
  readonly path: string;
  /** The id of its content, where known: equal ids are equal texts, read once. */
  readonly blob?: string;
}

/** A commit that touched the file. */
export interface GitCommit {
  readonly hash: string;
  /** ISO 8601 in UTC: when the change was written (author date). */
  readonly time: string;
  readonly author: string;
  readonly email: string;
  /** The first line of its message. */
  readonly subject: string;
  /** `undefined` where the commit removed the file. */
  readonly after?: GitVersion;
  /**
   * The file in each of the commit's parents; empty where the commit brought it. Left out where a reader cannot
   * tell: then the next older commit of the list stands in.
   */
  readonly before?: readonly GitVersion[];
  /** Whether it has no parent here: the first commit of all, or the end of a shallow clone. */
  readonly isRoot?: boolean;
}

/** What git knows of the place that a file stands in. */
export type GitState =
  | {
      readonly kind: 'repository';
      /** The top of the working tree, as a path like that of the file that was asked about. */
      readonly root: string;
      readonly shallow: boolean;
    }
  /** The file lies in no repository: nothing to say about it. */
  | { readonly kind: 'no-repository' }
  /** Git is not there or refuses: the reason is one sentence for the user. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/** All that history asks of git: the `git` program in the command line, the editor's own git extension there. */
export interface GitReader {
  state(path: string, signal?: AbortSignal): Promise<GitState>;
  /**
   * The commits that touched the file, newest first, renames followed, one that is staged only among them; none where
   * it is not committed yet.
   * @param limit so many of the newest; all where left out
   */
  log(
    path: string,
    options?: { readonly limit?: number; readonly signal?: AbortSignal },
  ): Promise<GitCommit[]>;
  /** The file's text in each version, in the same order; `undefined` where it cannot be had. */
  texts(path: string, versions: readonly GitVersion[], signal?: AbortSignal): Promise<(string | undefined)[]>;
  /** Whether the newest commit holds a file at this path. */
  isCommitted(path: string): Promise<boolean>;
}
