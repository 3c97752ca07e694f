import { commands, Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { basename } from '../../files/paths';
import { restoreEdit } from '../../history/restore';
import type { TimelineEntry } from '../../history/timeline-entry';
import { applyEdits } from '../../text/text-edit';

/** The scheme of read-only documents with an earlier wording. */
const REVISION_SCHEME = 'purpose-revision';

/** The content of such a document, stored in its URI to survive a reload of the window. */
interface Revision {
  readonly markdown: string;
  /** The file around the wording, in its current state; undefined to show only the wording. */
  readonly within?: string;
  /** Makes the URIs of two equal wordings different. */
  readonly key: string;
}

/** Provides earlier wordings as documents for comparison. */
export class Revisions implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #disposable: Disposable;

  constructor() {
    this.#disposable = Disposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(REVISION_SCHEME, this),
      // The rest of the file is shown in its current state, so that only the wording differs while the user types.
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
    return applyEdits(text, [restoreEdit(text, markdown)]);
  }

  /** Compares an earlier wording with the current file. */
  async compareWithCurrent(uri: Uri, entry: TimelineEntry): Promise<void> {
    const old = address(uri, { markdown: entry.markdown, within: uri.toString(), key: entry.key });
    await commands.executeCommand('vscode.diff', old, uri, `${basename(uri.path)}: ${day(entry)} ↔ now`);
  }

  /** Compares an entry with the wording before it. */
  async compareWithPrevious(uri: Uri, entry: TimelineEntry, previous: string): Promise<void> {
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
  async compareEntries(uri: Uri, before: TimelineEntry, after: TimelineEntry): Promise<void> {
    const [old, now] = [before, after].map(({ markdown, key }) => address(uri, { markdown, key }));
    const title = `${basename(uri.path)}: ${day(before)} ↔ ${day(after)}`;
    await commands.executeCommand('vscode.diff', old, now, title);
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

function day({ time }: TimelineEntry): string {
  return time === undefined ? 'not saved' : time.slice(0, 10);
}
