import { type Disposable, type Event, extensions, type Uri, workspace } from 'vscode';

/** The part that we use of the API of the built-in extension `vscode.git`, version 1. */
export interface GitApi {
  readonly git: { readonly path: string };
  readonly state: 'uninitialized' | 'initialized';
  readonly repositories: readonly GitRepository[];
  readonly onDidChangeState: Event<string>;
  readonly onDidOpenRepository: Event<GitRepository>;
  readonly onDidCloseRepository: Event<GitRepository>;
  getRepository(uri: Uri): GitRepository | null;
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

/** The editor's git, or one sentence on why there is none and how to enable it. */
export type FoundGit = { readonly api: GitApi } | { readonly reason: string };

/**
 * Finds the editor's git.
 * @param changed called whenever it is turned on or off from now on
 */
export async function findGit(changed: () => void): Promise<{ found: FoundGit; watching?: Disposable }> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (!extension)
    return { found: { reason: 'The built-in extension Git is disabled: enable it to see them.' } };
  try {
    const git = await extension.activate();
    const watching = git.onDidChangeEnablement(changed);
    return { found: git.enabled ? { api: git.getAPI(1) } : { reason: whyOff() }, watching };
  } catch {
    // There is no git program on this machine, which the extension reports once by itself.
    return { found: { reason: whyOff() } };
  }
}

function whyOff(): string {
  return workspace.getConfiguration('git').get('enabled', true)
    ? 'The editor found no git program on this machine: install git, or set git.path.'
    : 'The setting git.enabled is off: turn it on to see them.';
}
