import { type Event, extensions, type Uri } from 'vscode';

/** What we use of the API of the built-in extension `vscode.git`, version 1. */
export interface GitApi {
  readonly git: { readonly path: string };
  readonly state: 'uninitialized' | 'initialized';
  readonly repositories: readonly GitRepository[];
  readonly onDidChangeState: Event<string>;
  readonly onDidOpenRepository: Event<GitRepository>;
  readonly onDidCloseRepository: Event<GitRepository>;
  getRepository(uri: Uri): GitRepository | null;
  toGitUri(uri: Uri, ref: string): Uri;
}

export interface GitRepository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD?: { readonly commit?: string } | undefined;
    readonly onDidChange: Event<void>;
  };
}

interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  getAPI(version: 1): GitApi;
}

/** The editor's own git; `undefined` where it is not there: in the web, in an untrusted folder, or turned off. */
export async function findGit(): Promise<GitApi | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  try {
    const git = await extension.activate();
    return git.enabled ? git.getAPI(1) : undefined;
  } catch {
    // No git program on this machine: the extension says so itself, once.
    return undefined;
  }
}
