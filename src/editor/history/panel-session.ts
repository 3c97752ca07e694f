import { Disposable, type Uri, workspace } from 'vscode';
import { basename } from '../../files/paths';
import { PurposeHistory } from '../../history/history';
import type { TimelineEntry } from '../../history/timeline-entry';
import { type CurrentFigures, endingOf, HistoryViewer } from '../../panel/history-view';
import type { ToPanel } from '../../panel/protocol';
import { roundsIn } from '../../panel/rounds';
import { errorMessage } from '../../text/error-message';
import { fold } from '../../text/fold';
import type { LintService } from '../lint/lint-service';
import { openDocumentOf } from '../open-documents';
import { pathOf } from '../vscode-files';
import { HistoryChanges } from './history-changes';
import type { HistoryServices } from './history-services';
import { PanelFeed } from './panel-feed';
import { noticeOnGit, noticesOn } from './panel-notices';
import { recordingAt } from './record-on-save';

type Progress = Pick<Extract<ToPanel, { type: 'progress' }>, 'read' | 'known'>;

/** Number of older entries to load at a time. */
const PAGE = 40;

/** The history of one purpose file while the panel shows it: reads it, follows its changes, sends it to the panel. */
export class PanelSession implements Disposable {
  readonly path: string;
  readonly #history: PurposeHistory;
  readonly #viewer = new HistoryViewer();
  readonly #disposables: Disposable[];
  readonly #ended = new AbortController();
  readonly #feed = new PanelFeed((message) => this.#say(message));
  readonly #changes: HistoryChanges;
  /** The figures by the linter in the last message. */
  #counted: string | undefined;
  #queue: Promise<void> = Promise.resolve();
  #reading: AbortController | undefined;
  /** Whether the file was deleted or moved by another program; its entries stay as they were. */
  #isGone = false;
  /** The path to which git has renamed it since. */
  #movedTo: string | undefined;
  /** Whether the user stopped the reading of commits, and has not asked for more since. */
  #isStopped = false;
  /** Why the last read failed. */
  #failure: string | undefined;
  /** The progress of the current read; undefined if none is running. */
  #progress: Progress | undefined;

  constructor(
    readonly uri: Uri,
    private readonly services: HistoryServices,
    private readonly lint: LintService,
    private readonly toPanel: (message: ToPanel) => void,
  ) {
    this.path = pathOf(uri);
    this.#history = new PurposeHistory(services.deps, this.path);
    const isOurs = (other: Uri) => other.toString() === uri.toString();
    const shown = () => ({ entries: this.#history.entries, isGone: this.#isGone });
    this.#changes = new HistoryChanges(uri, services, shown, (due) => {
      if (due === 'text') this.#takeText();
      else this.#refresh(due);
    });
    this.#disposables = [
      this.#changes,
      // Other settings change the figures of the same wording; a new wording is sent in its own turn.
      lint.onDidLint(({ document }) => {
        if (!isOurs(document.uri)) return;
        const current = this.#current();
        const isShown = current?.statement === this.#history.entries[0]?.statement;
        if (isShown && JSON.stringify(current) !== this.#counted) this.#post();
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.#post()),
      workspace.onDidChangeConfiguration((event) => {
        const isOfPanel = ['purpose.history', 'purpose.author'].some((name) =>
          event.affectsConfiguration(name, uri),
        );
        if (isOfPanel) this.#post();
      }),
    ];
    this.#refresh('refresh');
  }

  /** The entries, newest first. */
  get entries(): readonly TimelineEntry[] {
    return this.#history.entries;
  }

  /** The path of a file that is gone, if git knows its new name. */
  get movedTo(): string | undefined {
    return this.#movedTo;
  }

  /** The page was reloaded and has no state: sends everything again. */
  resend(): void {
    this.#feed.forget();
    if (!this.#isEmpty()) this.#post();
    else if (this.#failure !== undefined) this.#fail(this.#failure);
    else if (this.#isStopped) this.#say({ type: 'stopped', document: this.path });
    // A page that loads slowly has missed the progress message, and with it the Stop button.
    if (this.#progress) this.#tell(this.#progress);
  }

  /** Reads everything again, also the commits that the user stopped to read. */
  retry(): void {
    this.#isStopped = false;
    this.#refresh('refresh');
  }

  #refresh(due: 'commits' | 'refresh'): void {
    this.#run(due, async (signal) => {
      const document = this.#document();
      this.#isGone = this.uri.scheme !== 'untitled' && !(await this.services.files.stat(this.path));
      if (!this.#isGone) this.#movedTo = undefined;
      else {
        // That the file is gone does not wait for git.
        if (this.#history.entries.length > 0) this.#post();
        this.#movedTo = await this.#newName(signal);
        if (this.#history.entries.length > 0) return;
      }
      const workingText = document?.isDirty || this.#isGone ? document?.getText() : undefined;
      const onBeginning = () => {
        this.#post();
        this.#tell({ read: 0, known: 0 });
      };
      const text = workingText !== undefined && { workingText };
      const written = this.#changes.takeWritten();
      await this.#changes.touched.read((changedRecords) =>
        this.#history.refresh({ signal, onBeginning, changedRecords, written, ...text }),
      );
      await this.#viewer.prepare(this.#history.entries, signal);
    });
  }

  async #newName(signal: AbortSignal): Promise<string | undefined> {
    const { git, files } = this.services;
    const path = await git.movedTo(this.path, signal);
    return path !== undefined && (await files.stat(path)) ? path : undefined;
  }

  /** Reads older commits. */
  more(): void {
    this.#isStopped = false;
    this.#run('commits', async (signal) => {
      await this.#history.more(PAGE, { signal, onProgress: (progress) => this.#tell(progress) });
      await this.#viewer.prepare(this.#history.entries, signal);
    });
  }

  /** Stops reading; what was read until then stays. */
  cancel(): void {
    this.#isStopped = true;
    this.#reading?.abort();
  }

  dispose(): void {
    this.#ended.abort();
    this.#reading?.abort();
    Disposable.from(...this.#disposables).dispose();
  }

  /** Whether nothing has been read yet. */
  #isEmpty(): boolean {
    return this.#history.entries.length === 0 && !this.#history.git;
  }

  #document() {
    return openDocumentOf(this.uri);
  }

  #takeText(): void {
    const document = this.#document();
    if (!document) return;
    if (!document.isDirty) {
      this.#refresh('refresh');
      return;
    }
    this.#inTurn(async () => {
      await this.#history.work(document.getText());
      this.#post();
    });
  }

  /** Runs tasks in sequence; a failed task does not block the next one. */
  #inTurn(task: () => Promise<void>): void {
    this.#queue = this.#queue
      .then(() => (this.#ended.signal.aborted ? undefined : task()))
      .catch((error: unknown) => {
        if (this.#ended.signal.aborted) return;
        const message = errorMessage(error);
        this.services.log.warn(`The history of ${this.path} cannot be read: ${message}`);
        this.#fail(message);
      });
  }

  /**
   * Runs one read at a time, and reports its result unless the panel has switched to another file. A read of commits is
   * left out if the user has stopped them by the time of its turn.
   */
  #run(due: 'commits' | 'refresh', read: (signal: AbortSignal) => Promise<void>): void {
    this.#inTurn(async () => {
      if (due === 'commits' && this.#isStopped) return;
      this.#reading = new AbortController();
      this.#failure = undefined;
      const { signal } = this.#reading;
      // A reread after a save is fast and shows no progress; the first read does.
      if (this.#history.entries.length === 0) this.#tell({ read: 0, known: 0 });
      try {
        await read(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
      this.#progress = undefined;
      if (signal.aborted && this.#isEmpty()) {
        this.#feed.replace({ type: 'stopped', document: this.path });
        return;
      }
      this.#post();
      this.#say({ type: 'idle', document: this.path });
    });
  }

  /** Drops the message if the panel has switched to another file. */
  #say(message: ToPanel): void {
    if (!this.#ended.signal.aborted) this.toPanel(message);
  }

  #fail(message: string): void {
    this.#failure = message;
    this.#feed.replace({ type: 'failed', document: this.path, message });
  }

  #tell(progress: Progress): void {
    this.#progress = progress;
    this.#say({ type: 'progress', document: this.path, ...progress });
  }

  #post(): void {
    const { entries, older } = this.#history;
    const current = this.#current();
    this.#counted = JSON.stringify(current);
    const { card, entries: views } = this.#viewer.view(entries, current, roundsIn(this.#history.text));
    this.#feed.history(views, {
      document: this.path,
      name: basename(this.path),
      ...(card && { card }),
      hasOlder: older === 'more',
      ending: [endingOf(older, recordingAt(this.uri), entries.length === 0), noticeOnGit(this.uri)]
        .filter((sentence) => sentence !== '')
        .join(' '),
      notices: noticesOn(this.#history, this.#isGone),
      ...(this.#movedTo !== undefined && { moved: basename(this.#movedTo) }),
    });
  }

  /** The linter's figures of the open document. */
  #current(): CurrentFigures | undefined {
    const document = this.#document();
    const result = document && this.lint.last(document)?.result;
    if (!result?.statement) return undefined;
    const { words, grade, vaguePer100: vague } = result.figures;
    return {
      statement: fold(result.statement.plain),
      lang: result.document.frontMatter.data.lang,
      words,
      ...(result.language.english && { grade, vague }),
    };
  }
}
