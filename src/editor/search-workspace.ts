import {
  CancellationTokenSource,
  languages,
  RelativePattern,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';

/** Which files of a workspace are meant. */
export interface FileKind {
  readonly glob: string;
  /** What the editor's search leaves out beside `files.exclude`. */
  readonly exclude?: string;
  readonly accept: (name: string) => boolean;
}

/** How long a search may take on a file system that may have none, in milliseconds. */
const SEARCH_LIMIT = 2_000;

/** What the editor's search finds. For a file system without a search it would wait for one without end. */
export async function searchWorkspace({ glob, exclude }: FileKind): Promise<readonly Uri[]> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.every(({ uri }) => uri.scheme === 'file')) return workspace.findFiles(glob, exclude);
  const stop = new CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<readonly Uri[]>((resolve) => {
    timer = setTimeout(resolve, SEARCH_LIMIT, []);
  });
  try {
    return await Promise.race([workspace.findFiles(glob, exclude, undefined, stop.token), late]);
  } finally {
    clearTimeout(timer);
    stop.cancel();
    stop.dispose();
  }
}

/** Whether `files.exclude` leaves a file or folder out; for where no search of the editor does it for us. */
export function isExcluded(uri: Uri): boolean {
  const folder = workspace.getWorkspaceFolder(uri);
  const patterns = workspace.getConfiguration('files', uri).get<Record<string, unknown>>('exclude') ?? {};
  // `languages.match` is the editor's own matching of globs; it looks at nothing but the URI and the language.
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
