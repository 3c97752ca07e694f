import {
  Disposable,
  type Event,
  EventEmitter,
  type TextDocument,
  type TextDocumentChangeEvent,
  workspace,
} from 'vscode';
import type { ExtraFindings } from '../../lint/finding';
import type { LintResult } from '../../lint/lint-result';
import { LintSession } from '../../lint/session';
import { PurposeDocument } from '../../statement/document';
import type { TextEdit } from '../../text/text-edit';
import { onDidChangeAdopted } from '../adopted-files';
import { isPurposeDocument } from '../purpose-documents';
import { editsOf } from '../text-edits';
import type { Settings } from './settings';

/** A result, and the version of its document. */
export interface Linted {
  readonly document: TextDocument;
  readonly version: number;
  readonly result: LintResult;
}

/** A source of findings that need more than a document's text, such as care. */
export interface ExtraSource {
  /** The findings known so far for a document, synchronously; `undefined` until there are any. */
  extraFor(document: TextDocument): ExtraFindings | undefined;
  /** Fires when the findings for a document have changed. */
  readonly onDidChange: Event<TextDocument>;
}

/** Debounce after a keystroke, in milliseconds. */
const LINT_DEBOUNCE_MS = 150;

interface Tracked {
  purpose: PurposeDocument;
  timer: ReturnType<typeof setTimeout> | undefined;
  last: Linted | undefined;
  running: { readonly version: number; readonly done: Promise<void> } | undefined;
  /** Incremented with every reason to lint again; a run with a stale number stops. */
  turn: number;
}

/** Keeps every open purpose document linted. All features share its results, so that nothing is linted twice. */
export class LintService implements Disposable {
  readonly #tracked = new Map<TextDocument, Tracked>();
  readonly #session = new LintSession();
  readonly #linted = new EventEmitter<Linted>();
  readonly #closed = new EventEmitter<TextDocument>();
  readonly #disposables: Disposable[];
  #extra: ExtraSource | undefined;

  /** Fires when a document has a new result. */
  readonly onDidLint = this.#linted.event;
  /** Fires when a document is no longer a purpose document: closed, renamed, of another language. */
  readonly onDidClose = this.#closed.event;

  constructor(readonly settings: Settings) {
    this.#disposables = [
      this.#linted,
      this.#closed,
      workspace.onDidOpenTextDocument((document) => this.#open(document)),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
      workspace.onDidChangeTextDocument((event) => this.#change(event)),
      onDidChangeAdopted(() => {
        for (const document of this.documents) if (!isPurposeDocument(document)) this.#close(document);
        for (const document of workspace.textDocuments) this.#open(document);
      }),
      settings.onDidChange(() => {
        for (const document of this.#tracked.keys()) this.#schedule(document, 0);
      }),
    ];
    for (const document of workspace.textDocuments) this.#open(document);
  }

  /** Adds a source's findings to all results until it is disposed. */
  extend(source: ExtraSource): Disposable {
    this.#extra = source;
    const listener = source.onDidChange((document) => this.#again(document));
    return new Disposable(() => {
      listener.dispose();
      this.#extra = undefined;
    });
  }

  /** The open purpose documents. */
  get documents(): readonly TextDocument[] {
    return [...this.#tracked.keys()];
  }

  /** The last result of a document, possibly stale; `undefined` before the first one. */
  last(document: TextDocument): Linted | undefined {
    return this.#tracked.get(document)?.last;
  }

  /** The result for the document's current version: the cached one, or a new one without debounce. */
  async current(document: TextDocument): Promise<Linted | undefined> {
    const { version } = document;
    for (let run: Promise<void> | undefined; document.version === version; await run) {
      const tracked = this.#tracked.get(document);
      if (!tracked) return undefined;
      if (tracked.last?.version === version) return tracked.last;
      // A superseded run ends without a result; its successor has one, or a new run does.
      const { running } = tracked;
      run =
        running?.version === version && running.done !== run ? running.done : this.#start(document, tracked);
    }
    return undefined;
  }

  /** The result after some edits below the front matter. */
  relint(result: LintResult, edits: readonly TextEdit[]): LintResult {
    return this.#session.relint(result, edits);
  }

  dispose(): void {
    for (const document of [...this.#tracked.keys()]) this.#close(document);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #open(document: TextDocument): void {
    if (!isPurposeDocument(document) || this.#tracked.has(document)) return;
    const purpose = PurposeDocument.of(document.getText());
    this.#tracked.set(document, { purpose, timer: undefined, last: undefined, running: undefined, turn: 0 });
    this.#schedule(document, 0);
  }

  #close(document: TextDocument): void {
    const tracked = this.#tracked.get(document);
    if (!tracked) return;
    clearTimeout(tracked.timer);
    tracked.turn++;
    this.#tracked.delete(document);
    this.#closed.fire(document);
  }

  #change(event: TextDocumentChangeEvent): void {
    const tracked = this.#tracked.get(event.document);
    if (!tracked || event.contentChanges.length === 0) return;
    tracked.purpose = tracked.purpose.edited(editsOf(event));
    this.#schedule(event.document, LINT_DEBOUNCE_MS);
  }

  /** Publishes the result again with the current findings of the sources, without another lint of the same text. */
  #again(document: TextDocument): void {
    const tracked = this.#tracked.get(document);
    if (!tracked?.last || tracked.last.version !== document.version) return;
    tracked.last = { ...tracked.last, result: this.#withExtra(document, tracked.last.result) };
    this.#linted.fire(tracked.last);
  }

  #withExtra(document: TextDocument, result: LintResult): LintResult {
    const extra = this.#extra?.extraFor(document);
    return extra ? result.with(extra) : result;
  }

  #schedule(document: TextDocument, delay: number): void {
    const tracked = this.#tracked.get(document);
    if (!tracked) return;
    clearTimeout(tracked.timer);
    tracked.turn++;
    tracked.timer = setTimeout(() => void this.#start(document, tracked), delay);
  }

  #start(document: TextDocument, tracked: Tracked): Promise<void> {
    clearTimeout(tracked.timer);
    const running = { version: document.version, done: this.#run(document, tracked) };
    tracked.running = running;
    return running.done;
  }

  async #run(document: TextDocument, tracked: Tracked): Promise<void> {
    const turn = ++tracked.turn;
    const { version } = document;
    const layers = await this.settings.layersFor(document.uri);
    if (tracked.turn !== turn) return;
    const { purpose } = tracked;
    const result = await this.#session.lintInSlices(purpose, layers, () => tracked.turn !== turn);
    if (!result || tracked.turn !== turn) return;
    tracked.last = { document, version, result: this.#withExtra(document, result) };
    this.#linted.fire(tracked.last);
  }
}
