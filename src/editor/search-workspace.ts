import {
  CancellationTokenSource,
  languages,
  RelativePattern,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { within } from '../async/time-limit';

/** A kind of files in a workspace. */
export interface FileKind {
  readonly glob: string;
  /** Globs that the editor's search excludes in addition to `files.exclude`. */
  readonly exclude?: string;
  readonly accept: (name: string) => boolean;
}

/** Time limit of a search in milliseconds, for a file system that may have none. */
const SEARCH_LIMIT = 2_000;

/** The results of the editor's search. Without the limit it would wait forever for a file system without a search. */
export async function searchWorkspace({ glob, exclude }: FileKind): Promise<readonly Uri[]> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.every(({ uri }) => uri.scheme === 'file')) return workspace.findFiles(glob, exclude);
  const stop = new CancellationTokenSource();
  try {
    return (await within(SEARCH_LIMIT, workspace.findFiles(glob, exclude, undefined, stop.token))) ?? [];
  } finally {
    stop.cancel();
    stop.dispose();
  }
}

/** Whether `files.exclude` excludes a file or folder, for code that does not use the editor's search. */
export function isExcluded(uri: Uri): boolean {
  const folder = workspace.getWorkspaceFolder(uri);
  const patterns = workspace.getConfiguration('files', uri).get<Record<string, unknown>>('exclude') ?? {};
  // `languages.match` uses the editor's own glob matching, and depends only on the URI and the language.
  const document = { uri, languageId: 'markdown' } as TextDocument;
  return Object.entries(patterns).some(
    ([glob, on]) =>
      folder !== undefined &&
      on === true &&
      [glob, `${glob}/**`].some(
        (pattern) => languages.match({ pattern: new RelativePattern(folder, pattern) }, document) > 0,
      ),
  );
}
