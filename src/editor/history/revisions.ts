import { commands, Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { basename } from '../../files/paths';
import { restoring } from '../../history/restore';
import type { Entry } from '../../history/timeline';

/** The scheme of documents that show an earlier wording; nobody can write in them. */
export const REVISION_SCHEME = 'purpose-revision';

/** What such a document holds, kept in its address so that it survives a reload of the window. */
interface Revision {
  readonly markdown: string;
  /** Shown inside this file as it is now; left out, the wording stands by itself. */
  readonly within?: string;
  /** Makes two documents of the same wording different ones. */
  readonly key: string;
}

/** Shows earlier wordings as documents that can be compared. */
export class Revisions implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #disposable: Disposable;

  constructor() {
    this.#disposable = Disposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(REVISION_SCHEME, this),
      // The rest of the file is shown as it is now: only the wording differs, whatever is typed meanwhile.
      workspace.onDidChangeTextDocument(({ document }) => {
        for (const { uri } of workspace.textDocuments) {
          if (uri.scheme === REVISION_SCHEME && read(uri)?.within === document.uri.toString())
            this.#changed.fire(uri);
        }
      }),
    );
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const revision = read(uri);
    if (!revision) return '';
    const { markdown, within } = revision;
    if (within === undefined) return `${markdown}\n`;
    const text = (await workspace.openTextDocument(Uri.parse(within))).getText();
    const { start, end, text: words } = restoring(text, markdown);
    return text.slice(0, start) + words + text.slice(end);
  }

  /** Compares an earlier wording with the file as it is now. */
  async compareWithCurrent(uri: Uri, entry: Entry): Promise<void> {
    const old = address(uri, { markdown: entry.markdown, within: uri.toString(), key: entry.key });
    await commands.executeCommand('vscode.diff', old, uri, `${basename(uri.path)}: ${day(entry)} ↔ now`);
  }

  /** Compares an entry with the wording before it. */
  async compareWithPrevious(uri: Uri, entry: Entry, previous: string): Promise<void> {
    const before = address(uri, { markdown: previous, key: `${entry.key} before` });
    const after = address(uri, { markdown: entry.markdown, key: entry.key });
    await commands.executeCommand(
      'vscode.diff',
      before,
      after,
      `${basename(uri.path)}: before ↔ ${day(entry)}`,
    );
  }

  /** Compares the wordings of two entries. */
  async compareEntries(uri: Uri, before: Entry, after: Entry): Promise<void> {
    const [old, now] = [before, after].map(({ markdown, key }) => address(uri, { markdown, key }));
    const title = `${basename(uri.path)}: ${day(before)} ↔ ${day(after)}`;
    await commands.executeCommand('vscode.diff', old, now, title);
  }

  /** See {@link compareTexts}. */
  async compareTexts(uri: Uri, before: string, after: string, title: string): Promise<void> {
    await compareTexts(uri, before, after, title);
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

/** Compares two whole texts of a file. */
export async function compareTexts(uri: Uri, before: string, after: string, title: string): Promise<void> {
  const side = (text: string, key: string) => address(uri, { markdown: text.replace(/\n$/, ''), key });
  await commands.executeCommand('vscode.diff', side(before, `${title} before`), side(after, title), title);
}

function address(uri: Uri, revision: Revision): Uri {
  return Uri.from({
    scheme: REVISION_SCHEME,
    path: `/${basename(uri.path)}`,
    query: JSON.stringify(revision),
  });
}

function read(uri: Uri): Revision | undefined {
  try {
    const { markdown, within, key } = JSON.parse(uri.query) as Partial<Record<string, unknown>>;
    if (typeof markdown !== 'string' || typeof key !== 'string') return undefined;
    return { markdown, key, ...(typeof within === 'string' && { within }) };
  } catch {
    return undefined;
  }
}

function day({ time }: Entry): string {
  return time === undefined ? 'not saved' : time.slice(0, 10);
}
