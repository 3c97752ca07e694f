import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  Uri,
  type WebviewView,
  type WebviewViewProvider,
  window,
  workspace,
} from 'vscode';
import { isWithin, join, relative } from '../../files/paths';
import { type FromPanel, readFromPanel, type ToPanel } from '../../panel/protocol';
import { errorMessage } from '../../text/error-message';
import { activePurpose } from '../active-purpose';
import { adoptedFiles, onDidChangeAdopted } from '../adopted-files';
import type { LintService } from '../lint/lint-service';
import { isPurposeDocument, isPurposeUri } from '../purpose-documents';
import { pathOf, uriOf } from '../vscode-files';
import { actOn } from './entry-actions';
import type { HistoryServices } from './history-services';
import { findPurpose, runCommand } from './panel-commands';
import { panelHtml } from './panel-html';
import { PanelSession } from './panel-session';
import type { Revisions } from './revisions';

/** The id of the view in the manifest. */
export const PANEL_VIEW = 'purpose.history';
/** Key for the purpose shown last, for the next session. */
const LAST_SHOWN_KEY = 'purpose.history.last';
/** Key for whether the panel was visible when the window closed. */
const WAS_VISIBLE_KEY = 'purpose.history.seen';

/** The side panel *Refinement history*: follows the active purpose file, and otherwise keeps the last one. */
export class HistoryPanel implements WebviewViewProvider, Disposable {
  readonly #disposables: Disposable[];
  #view: WebviewView | undefined;
  #session: PanelSession | undefined;
  #shown: Uri | undefined;

  constructor(
    private readonly context: ExtensionContext,
    private readonly services: HistoryServices,
    private readonly lint: LintService,
    private readonly revisions: Revisions,
  ) {
    this.#disposables = [
      window.registerWebviewViewProvider(PANEL_VIEW, this),
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      window.tabGroups.onDidChangeTabs(() => this.#follow()),
      window.tabGroups.onDidChangeTabGroups(() => this.#follow()),
      onDidChangeAdopted(() => this.#follow()),
      workspace.onDidRenameFiles(({ files }) => {
        const moved = this.#shown && whereTo(this.#shown, files);
        if (moved && isPurposeUri(moved)) this.show(moved);
      }),
    ];
    this.#follow();
  }

  /** The purpose file in the panel, if the panel is visible. */
  get shown(): Uri | undefined {
    return this.#view?.visible ? this.#shown : undefined;
  }

  show(uri: Uri): void {
    if (this.#shown?.toString() === uri.toString()) return;
    this.#shown = uri;
    void this.context.workspaceState.update(LAST_SHOWN_KEY, uri.toString());
    this.#open();
  }

  resolveWebviewView(view: WebviewView): void {
    this.#view = view;
    const { webview } = view;
    const root = Uri.joinPath(this.context.extensionUri, 'dist');
    webview.options = { enableScripts: true, localResourceRoots: [root] };
    const listening = [
      webview.onDidReceiveMessage((data: unknown) => {
        const message = readFromPanel(data);
        if (message) void this.#receive(message).catch(sayWhy);
      }),
      view.onDidDispose(() => {
        Disposable.from(...listening).dispose();
        if (this.#view !== view) return;
        this.#view = undefined;
        this.#session?.dispose();
        this.#session = undefined;
      }),
      view.onDidChangeVisibility(() => {
        this.#storeVisibility(view.visible);
        if (view.visible) this.#open();
      }),
    ];
    this.#storeVisibility(view.visible);
    webview.html = panelHtml(webview, root, env.language);
    // The page takes time to load, so the history is read meanwhile and sent when the page is ready.
    this.#open();
  }

  /**
   * VS Code restores views before activation, when our `when` clause is still false. So this reopens the panel, without
   * taking the focus.
   */
  async restoreVisibility(): Promise<void> {
    if (!this.context.workspaceState.get(WAS_VISIBLE_KEY, false) || this.#view) return;
    await commands.executeCommand(`${PANEL_VIEW}.focus`, { preserveFocus: true });
  }

  #storeVisibility(seen: boolean): void {
    void this.context.workspaceState.update(WAS_VISIBLE_KEY, seen);
  }

  dispose(): void {
    this.#session?.dispose();
    Disposable.from(...this.#disposables).dispose();
  }

  #follow(): void {
    const active = activePurpose();
    if (active) this.show(active);
  }

  /** Starts to read the history, if the panel is visible. */
  #open(): void {
    if (!this.#view?.visible) return;
    if (!this.#shown) {
      void this.#findLast();
      return;
    }
    if (this.#session?.uri.toString() === this.#shown.toString()) return;
    this.#session?.dispose();
    this.#session = new PanelSession(this.#shown, this.services, this.lint, (message) => this.#post(message));
  }

  /** Without an active purpose file: shows the last one, another open one, or how to create one. */
  async #findLast(): Promise<void> {
    const last = this.context.workspaceState.get<string>(LAST_SHOWN_KEY);
    const uri = last === undefined ? undefined : Uri.parse(last);
    const there =
      uri &&
      (await workspace.fs.stat(uri).then(
        () => true,
        () => false,
      ));
    const open = workspace.textDocuments.find(isPurposeDocument)?.uri;
    const found = there ? uri : open;
    // The user may have opened one meanwhile.
    if (found && !this.#shown) this.show(found);
    if (this.#shown) return;
    const files = await workspace.findFiles('**/*.purpose.md', undefined, 1);
    const count = files.length + adoptedFiles().length;
    if (!this.#shown) this.#post({ type: 'nothing', found: count > 0 });
  }

  #post(message: ToPanel): void {
    void this.#view?.webview.postMessage(message);
  }

  async #receive(message: FromPanel): Promise<void> {
    if (message.type === 'ready') {
      if (this.#session) this.#session.resend();
      else this.#open();
      return;
    }
    const command = message.type === 'command' ? message.command : undefined;
    if (command === 'find') return findPurpose();
    if (command === 'new') return commands.executeCommand('purpose.newFromTemplate');
    const session = this.#session;
    // Stale: a click on earlier content, after the panel has switched to another file.
    if (!session || session.path !== message.document) return;
    if (message.type === 'more') session.more();
    else if (message.type === 'cancel') session.cancel();
    else if (message.type === 'retry') session.retry();
    else if (command !== undefined) await runCommand(command, session);
    else if (message.type === 'act') {
      const entry = session.entries.find(({ key }) => key === message.key);
      if (!entry) return;
      const { uri, entries, path: document } = session;
      const text = await actOn(message.action, entry, uri, entries, this.services, this.revisions);
      if (text !== undefined) this.#post({ type: 'said', document, text });
    }
  }
}

function sayWhy(error: unknown): void {
  void window.showErrorMessage(errorMessage(error));
}

/** The new path of a file after a rename of it or of a parent folder; `undefined` if it is not affected. */
function whereTo(
  uri: Uri,
  renamed: readonly { readonly oldUri: Uri; readonly newUri: Uri }[],
): Uri | undefined {
  const path = pathOf(uri);
  const found = renamed.find(({ oldUri }) => isWithin(pathOf(oldUri), path));
  return found && uriOf(join(pathOf(found.newUri), relative(pathOf(found.oldUri), path)));
}
