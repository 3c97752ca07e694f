import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { platform } from '#platform';
import { Debounce } from '../../async/debounce';
import { basename, dirname, isWithin } from '../../files/paths';
import { PurposeHistory } from '../../history/history';
import type { HistoryRecord } from '../../history/record';
import { recordsFolder } from '../../history/records-folder';
import { fold } from '../../history/statement-of';
import type { TimelineEntry } from '../../history/timeline';
import { type CurrentFigures, endingOf, HistoryViewer } from '../../panel/history-view';
import type { ToPanel } from '../../panel/protocol';
import { roundsIn } from '../../panel/rounds';
import type { EntryView } from '../../panel/view';
import { errorMessage } from '../../text/error-message';
import type { LintService } from '../lint/lint-service';
import { openDocumentOf } from '../open-documents';
import { pathOf } from '../vscode-files';
import type { HistoryServices } from './history-services';
import { recordingAt } from './record-on-save';

type Progress = Pick<Extract<ToPanel, { type: 'progress' }>, 'read' | 'known'>;

/** Debounce after a keystroke or a changed file, in milliseconds. */
const REFRESH_DEBOUNCE_MS = 300;
/** Number of older entries to load at a time. */
const PAGE = 40;

/** The history of one purpose file while the panel shows it: reads it, follows its changes, sends it to the panel. */
export class PanelSession implements Disposable {
  readonly path: string;
  readonly #history: PurposeHistory;
  readonly #viewer = new HistoryViewer();
  readonly #disposables: Disposable[];
  readonly #ended = new AbortController();
  /** The entries that the panel has already, by key. */
  #sent = new Map<string, string>();
  /** The figures by the linter in the last message. */
  #counted: string | undefined;
  /** The last message without its entries. */
  #lastState: string | undefined;
  #queue: Promise<void> = Promise.resolve();
  #reading: AbortController | undefined;
  /** Whether the file was deleted or moved by another program; its entries stay as they were. */
  #isGone = false;
  /** The path to which git has renamed it since. */
  #movedTo: string | undefined;
  /** Whether the user stopped the first read before there was anything to show. */
  #isStopped = false;
  /** Why the last read failed. */
  #failure: string | undefined;
  /** The progress of the current read; undefined if none is running. */
  #progress: Progress | undefined;
  readonly #later = new Debounce(REFRESH_DEBOUNCE_MS, () => this.#takeTurn());
  /** Records that changed on disk since they were read. */
  readonly #touched = new Set<string>();
  /** Records that this window wrote since the last read, which need not be read. */
  readonly #written: HistoryRecord[] = [];
  /** The folders of the shown records. */
  #shown: { readonly entries?: readonly TimelineEntry[]; readonly folders: ReadonlySet<string> } = {
    folders: new Set(),
  };
  /** The next task: reread everything, or apply the typed text. */
  #due: 'refresh' | 'text' | undefined;

  constructor(
    readonly uri: Uri,
    private readonly services: HistoryServices,
    private readonly lint: LintService,
    private readonly toPanel: (message: ToPanel) => void,
  ) {
    this.path = pathOf(uri);
    this.#history = new PurposeHistory(services.deps, this.path);
    const isOurs = (other: Uri) => other.toString() === uri.toString();
    // The name of the file may contain characters that a pattern gives a meaning to.
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(Uri.joinPath(uri, '..'), '*.md'),
      false,
      true,
    );
    const createdOrDeleted = (other: Uri) => {
      // While the file is gone, a new file beside it may be the same one under another name.
      if (isOurs(other) || this.#isGone) this.#soon('refresh');
    };
    this.#disposables = [
      watcher,
      watcher.onDidCreate(createdOrDeleted),
      watcher.onDidDelete(createdOrDeleted),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (isOurs(document.uri) && contentChanges.length > 0) this.#soon('text');
      }),
      workspace.onDidSaveTextDocument((document) => {
        if (isOurs(document.uri)) this.#soon('refresh');
      }),
      services.writer.onDidRecord(({ path, record }) => {
        if (path !== this.path) return;
        if (record) this.#written.push(record);
        this.#soon('refresh');
      }),
      services.care.onDidTouch((path) => {
        if (!this.#shows(path)) return;
        this.#touched.add(path);
        this.#soon('refresh');
      }),
      services.git.onDidChange(() => this.#soon('refresh')),
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
    this.refresh();
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
    this.#forgetSent();
    if (this.#history.entries.length > 0 || this.#history.git) this.#post();
    else if (this.#failure !== undefined) this.#fail(this.#failure);
    else if (this.#isStopped) this.#say({ type: 'stopped', document: this.path });
    // A page that loads slowly has missed the progress message, and with it the Stop button.
    if (this.#progress) this.#tell(this.#progress);
  }

  refresh(): void {
    this.#run(async (signal) => {
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
      const changedRecords = [...this.#touched];
      const text = workingText !== undefined && { workingText };
      const written = this.#written.splice(0);
      await this.#history.refresh({ signal, onBeginning, changedRecords, written, ...text });
      for (const path of changedRecords) this.#touched.delete(path);
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
    this.#run(async (signal) => {
      await this.#history.more(PAGE, { signal, onProgress: (progress) => this.#tell(progress) });
      await this.#viewer.prepare(this.#history.entries, signal);
    });
  }

  /** Stops reading; what was read until then stays. */
  cancel(): void {
    this.#reading?.abort();
  }

  dispose(): void {
    this.#later.dispose();
    this.#ended.abort();
    this.#reading?.abort();
    Disposable.from(...this.#disposables).dispose();
  }

  #document() {
    return openDocumentOf(this.uri);
  }

  /** Whether a path is, contains, or is inside a folder of shown records, including those under former names. */
  #shows(path: string): boolean {
    return [...this.#folders()].some((folder) => isWithin(folder, path) || isWithin(path, folder));
  }

  /** Cached, because a change of branch may touch thousands of records at a time. */
  #folders(): ReadonlySet<string> {
    const { entries } = this.#history;
    if (this.#shown.entries !== entries) {
      const folders = entries.flatMap(({ record }) => (record ? [dirname(record.path)] : []));
      this.#shown = { entries, folders: new Set([recordsFolder(this.path), ...folders]) };
    }
    return this.#shown.folders;
  }

  #soon(what: 'refresh' | 'text'): void {
    if (this.#due !== 'refresh') this.#due = what;
    this.#later.schedule();
  }

  #takeTurn(): void {
    const due = this.#due;
    this.#due = undefined;
    if (due === 'refresh') this.refresh();
    else this.#takeText();
  }

  #takeText(): void {
    const document = this.#document();
    if (!document) return;
    if (!document.isDirty) {
      this.refresh();
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

  /** Runs one read at a time, and reports its result unless the panel has switched to another file. */
  #run(read: (signal: AbortSignal) => Promise<void>): void {
    this.#inTurn(async () => {
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
      const { entries, git } = this.#history;
      this.#isStopped = signal.aborted && entries.length === 0 && !git;
      if (this.#isStopped) {
        this.#forgetSent();
        this.#say({ type: 'stopped', document: this.path });
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

  #forgetSent(): void {
    this.#sent = new Map();
    this.#lastState = undefined;
  }

  #fail(message: string): void {
    this.#failure = message;
    // The panel has dropped its entries when it says so.
    this.#forgetSent();
    this.#say({ type: 'failed', document: this.path, message });
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
    const sent = new Map<string, string>();
    const changed: EntryView[] = [];
    for (const view of views) {
      const text = JSON.stringify(view);
      sent.set(view.key, text);
      if (this.#sent.get(view.key) !== text) changed.push(view);
    }
    const message: ToPanel = {
      type: 'history',
      document: this.path,
      name: basename(this.path),
      ...(card && { card }),
      keys: views.map(({ key }) => key),
      changed,
      hasOlder: older === 'more',
      ending: [endingOf(older, recordingAt(this.uri), entries.length === 0), this.#withoutGit()]
        .filter((sentence) => sentence !== '')
        .join(' '),
      notices: this.#notices(),
      ...(this.#movedTo !== undefined && { moved: basename(this.#movedTo) }),
    };
    this.#sent = sent;
    // The linter runs after each keystroke; an unchanged message is not sent.
    const state = JSON.stringify({ ...message, changed: [] });
    if (changed.length === 0 && state === this.#lastState) return;
    this.#lastState = state;
    this.#say(message);
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

  /** In a browser no program can be run. */
  #withoutGit(): string {
    if (platform.gitAt) return '';
    const author = workspace.getConfiguration('purpose', this.uri).get('author', '').trim();
    const sign = author === '' ? ' Set purpose.author to sign them.' : '';
    return `There is no git here: only records are shown.${sign}`;
  }

  #notices(): string[] {
    const { unreadable, git } = this.#history;
    const notices = unreadable.slice(0, 3).map(({ problem }) => shortened(problem));
    if (unreadable.length > 3) notices.push(`${unreadable.length - 3} more records cannot be read.`);
    if (this.#isGone) notices.unshift('This file is no longer on disk.');
    if (git?.kind === 'unavailable') {
      notices.push(
        workspace.isTrusted
          ? `Commits are left out. ${git.reason}`
          : 'Earlier changes in git appear once you trust this folder.',
      );
    }
    return notices;
  }
}

/** A message with the file's path relative to the workspace. */
function shortened(problem: string): string {
  return problem.replace(/^\S+?:\/\/\S*(?=: this)/, (path) => path.replace(/^.*\/\.purpose\//, '.purpose/'));
}
