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
import type { Settings } from './settings';

/** A result, and the version of the document that it holds for. */
export interface Linted {
  readonly document: TextDocument;
  readonly version: number;
  readonly result: LintResult;
}

/** Somebody who finds more in purpose documents than their text tells, such as the care of a purpose. */
export interface ExtraSource {
  /** What is known for a document; nothing until it is. It must not wait for anything. */
  extraFor(document: TextDocument): ExtraFindings | undefined;
  /** Something else is known for a document now. */
  readonly onDidChange: Event<TextDocument>;
}

/** How long to wait for the next keystroke, in milliseconds. */
const PAUSE = 150;

interface Tracked {
  purpose: PurposeDocument;
  timer: ReturnType<typeof setTimeout> | undefined;
  last: Linted | undefined;
  running: { readonly version: number; readonly done: Promise<void> } | undefined;
  /** Goes up with every reason to lint anew; a run that finds another number than its own stops. */
  turn: number;
}

/** Keeps every open purpose document linted. All features ask here, so that nothing is ever linted twice. */
export class LintService implements Disposable {
  readonly #tracked = new Map<TextDocument, Tracked>();
  readonly #session = new LintSession();
  readonly #linted = new EventEmitter<Linted>();
  readonly #closed = new EventEmitter<TextDocument>();
  readonly #disposables: Disposable[];
  #extra: ExtraSource | undefined;

  /** A document has a new result. */
  readonly onDidLint = this.#linted.event;
  /** A document is no purpose document any more: closed, renamed, of another language. */
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

  /** Has a source's findings among all others from now on, until it is disposed of. */
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

  /** The last result of a document, which may be older than the document; `undefined` before the first one. */
  last(document: TextDocument): Linted | undefined {
    return this.#tracked.get(document)?.last;
  }

  /** The result for a document as it is now: the kept one, or a new one at once. */
  async current(document: TextDocument): Promise<Linted | undefined> {
    const { version } = document;
    for (let run: Promise<void> | undefined; document.version === version; await run) {
      const tracked = this.#tracked.get(document);
      if (!tracked) return undefined;
      if (tracked.last?.version === version) return tracked.last;
      // A run that was overtaken ends without a result: it comes from the one that overtook it, or from a new one.
      const { running } = tracked;
      run =
        running?.version === version && running.done !== run ? running.done : this.#start(document, tracked);
    }
    return undefined;
  }

  /** What a result would be after some edits below the front matter. */
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

  #change({ document, contentChanges }: TextDocumentChangeEvent): void {
    const tracked = this.#tracked.get(document);
    if (!tracked || contentChanges.length === 0) return;
    // The changes of one event all count from the text before it: from the last to the first none moves another.
    const edits = [...contentChanges]
      .sort((a, b) => b.rangeOffset - a.rangeOffset)
      .map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, length: rangeLength, text }));
    tracked.purpose = tracked.purpose.edited(edits);
    this.#schedule(document, PAUSE);
  }

  /** Tells anew what was found, with what is known from elsewhere now: the text is the same, and is not linted again. */
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
