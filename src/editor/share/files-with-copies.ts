import pLimit from 'p-limit';
import { type Diagnostic, Disposable, languages, type TextDocument, type Uri, workspace } from 'vscode';
import { copyFindings } from '../../care/care-findings';
import { suppressedCopies } from '../../care/suppressed-copies';
import { isMarkdownPath } from '../../files/purpose-name';
import { decodeText } from '../../files/read-text';
import { LARGEST_FILE_WITH_COPIES } from '../../files/size-limits';
import { resolveConfig } from '../../lint/config';
import { findingsUnder } from '../../lint/extra-findings';
import { Policy } from '../../lint/policy';
import { mayHoldCopies } from '../../share/file-with-copies';
import { statementsIn } from '../../share/statements';
import { type CopyUpdate, copySources, updateCopies } from '../../share/update-copies';
import { PurposeDocument } from '../../statement/document';
import { errorMessage } from '../../text/error-message';
import { isPurposeFile } from '../adopted-files';
import { toDiagnostic } from '../lint/diagnostics';
import { openDocumentOf } from '../open-documents';
import { isPurposeDocument } from '../purpose-documents';
import type { Services } from '../services';
import { pathOf, uriOf } from '../vscode-files';
import { WorkspaceFileIndex } from '../workspace-file-index';
import { copyRoot } from '../workspace-root';
import { FileUpdates } from './file-updates';

/** Debounce after a keystroke in a file with copies, in milliseconds. */
const CHECK_DEBOUNCE_MS = 300;
/** Maximum number of concurrent file reads while the workspace is scanned. */
const READ_CONCURRENCY = 4;

/** The current text of a Markdown file, and the updates of its copies. */
export interface FileWithCopies extends CopyUpdate {
  readonly uri: Uri;
  readonly text: string;
}

/** Tracks which Markdown files of the workspace contain copies, and marks outdated ones. */
export class FilesWithCopies implements Disposable {
  /** Every Markdown file of the workspace. */
  readonly markdown: WorkspaceFileIndex;
  /** Updates of the copies in these files. */
  readonly updates = new FileUpdates();
  readonly #collection = languages.createDiagnosticCollection('purpose-copies');
  readonly #statements;
  /** The purpose files that each file copies from, by its URI. */
  readonly #withCopies = new Map<string, { readonly uri: Uri; readonly sources: readonly string[] }>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #turns = new Map<string, number>();
  readonly #disposables: Disposable;
  #scan: Promise<void> | undefined;
  #hasLooked = false;

  constructor(readonly services: Services) {
    const { files, purposeFiles, settings } = services;
    this.#statements = statementsIn(files, async (path) => isPurposeFile(uriOf(path)));
    this.markdown = new WorkspaceFileIndex(files, {
      glob: '**/*.{md,markdown,mkd,mdown}',
      exclude: '**/node_modules/**',
      accept: isMarkdownPath,
    });
    const later = (document: TextDocument): void => {
      if (document.languageId !== 'markdown') return;
      const key = document.uri.toString();
      if (!this.#withCopies.has(key) && !document.getText().includes('purpose:')) return;
      clearTimeout(this.#timers.get(key));
      this.#timers.set(
        key,
        setTimeout(() => void this.check(document.uri), CHECK_DEBOUNCE_MS),
      );
    };
    this.#disposables = Disposable.from(
      this.markdown,
      this.#collection,
      this.markdown.onDidChange(({ kind, uri }) => {
        if (!uri) this.#startScan();
        else if (kind === 'deleted') this.#forget(uri);
        else void this.check(uri);
      }),
      purposeFiles.onDidChange(({ kind, uri }) => {
        if (uri) void this.sourceSaved(uri);
        // The first purpose file of a workspace: it has not been scanned for copies yet.
        if (kind === 'created' && !this.#hasLooked) this.#startScan();
      }),
      workspace.onDidSaveTextDocument(({ uri }) => {
        if (isPurposeFile(uri)) void this.sourceSaved(uri);
      }),
      workspace.onDidOpenTextDocument(later),
      workspace.onDidChangeTextDocument(({ document }) => later(document)),
      // Closing the document has discarded its unsaved text.
      workspace.onDidCloseTextDocument(({ uri, languageId }) => {
        if (languageId === 'markdown' && (this.#withCopies.has(uri.toString()) || this.#collection.has(uri)))
          void this.check(uri);
      }),
      settings.onDidChange(() => {
        for (const { uri } of this.#withCopies.values()) void this.check(uri);
      }),
    );
    for (const document of workspace.textDocuments) later(document);
    this.#startScan();
  }

  /** The current state of all files with copies, after the scan of the workspace. */
  async all(): Promise<readonly FileWithCopies[]> {
    await this.#scan;
    const uris = [...this.#withCopies.values()].map(({ uri }) => uri);
    const states: FileWithCopies[] = [];
    for (const uri of uris) {
      const state = await this.state(uri);
      if (state) states.push(state);
    }
    return states.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /**
   * A file's state from the editor if it is open, else from disk; `undefined` if it has no markers or cannot be read.
   */
  async state(uri: Uri): Promise<FileWithCopies | undefined> {
    const text = await this.#textOf(uri);
    if (text === undefined || !text.includes('purpose:')) return undefined;
    const place = { file: pathOf(uri), root: copyRoot(pathOf(uri)) };
    const resolve = await this.#statements.load(copySources(text, place), place.root);
    return { uri, text, ...updateCopies(text, place, resolve, suppressedCopies(text)) };
  }

  /** Rereads a file and marks its outdated copies. */
  async check(uri: Uri): Promise<void> {
    const key = uri.toString();
    const turn = (this.#turns.get(key) ?? 0) + 1;
    this.#turns.set(key, turn);
    const text = await this.#textOf(uri);
    const place = { file: pathOf(uri), root: copyRoot(pathOf(uri)) };
    const sources = text?.includes('purpose:') ? copySources(text, place) : [];
    const resolve = await this.#statements.load(sources, place.root);
    const findings = text === undefined ? [] : copyFindings(text, { place, resolve });
    const diagnostics = findings.length > 0 ? await this.#diagnostics(uri, text ?? '', findings) : [];
    if (this.#turns.get(key) !== turn) return;
    if (sources.length + findings.length > 0) this.#withCopies.set(key, { uri, sources });
    else this.#withCopies.delete(key);
    const open = openDocumentOf(uri);
    // Edited meanwhile: another check is scheduled.
    if (open && open.getText() !== text) return;
    // An open purpose file shows them among its other findings.
    this.#collection.set(uri, open && isPurposeDocument(open) ? [] : diagnostics);
  }

  /** Rechecks all files that copy from a purpose file, which may have changed. */
  async sourceSaved(uri: Uri): Promise<void> {
    const path = pathOf(uri);
    this.#statements.forget(path);
    const concerned = [...this.#withCopies.values()].filter(({ sources }) => sources.includes(path));
    for (const file of concerned) await this.check(file.uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#disposables.dispose();
  }

  async #diagnostics(
    uri: Uri,
    text: string,
    findings: ReturnType<typeof copyFindings>,
  ): Promise<Diagnostic[]> {
    const layers = await this.services.settings.layersFor(uri);
    const policy = new Policy(resolveConfig(...layers));
    // Suppression comments apply here as well; the rest of the text is not linted.
    const isSteered = /<!--\s*purpose\s+(?:ignore|disable)\b/.test(text);
    const document = PurposeDocument.of(isSteered ? text : '');
    return findingsUnder(policy, document, findings).map((one) => toDiagnostic(one, uri));
  }

  async #textOf(uri: Uri): Promise<string | undefined> {
    const open = openDocumentOf(uri);
    if (open) return open.getText();
    try {
      const path = pathOf(uri);
      const { files } = this.services;
      const found = await files.stat(path);
      if (found?.type !== 'file' || found.size > LARGEST_FILE_WITH_COPIES) return undefined;
      const bytes = await files.read(path);
      if (!mayHoldCopies(bytes)) return undefined;
      // The editor's offsets do not include the byte-order mark.
      return decodeText(bytes, path, LARGEST_FILE_WITH_COPIES).replace(/^\uFEFF/, '');
    } catch {
      // Binary or unreadable files have no copies for the editor; `purpose share --check` reports them.
      return undefined;
    }
  }

  #forget(uri: Uri): void {
    this.#withCopies.delete(uri.toString());
    this.#collection.delete(uri);
  }

  #startScan(): void {
    this.#scan = this.#look().catch((error: unknown) =>
      this.services.history.log.warn(`Not all shared copies were found: ${errorMessage(error)}`),
    );
  }

  async #look(): Promise<void> {
    // Without a purpose file in the workspace there can be no copies.
    if ((await this.services.purposeFiles.list()).length === 0) return;
    this.#hasLooked = true;
    await pLimit(READ_CONCURRENCY).map(await this.markdown.list(), (uri) => this.check(uri));
  }
}
