import {
  type CancellationToken,
  commands,
  Disposable,
  EventEmitter,
  TreeItem as Item,
  languages,
  type TreeDataProvider,
  type TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  ViewColumn,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import { Debounce } from '../../async/debounce';
import { servesTree } from '../../care/serves-tree';
import { readText } from '../../files/read-text';
import { LintSession } from '../../lint/session';
import { PurposeDocument } from '../../statement/document';
import { SOURCE } from '../lint/diagnostics';
import type { Services } from '../services';
import { askFilter, type Filter, filtered } from './filter';
import { FactsReader, type PurposeFacts } from './purpose-facts';
import { isDue, type PurposeNode, purposeItem, purposeTooltip } from './purpose-item';

type Node = PurposeNode | { readonly folder: WorkspaceFolder; readonly purposes: readonly PurposeNode[] };

const VIEW = 'purpose.purposes';
/** Debounce in ms, because several files often change together. */
const REFRESH_DEBOUNCE_MS = 60;

/** The tree *Purposes*: every purpose of the workspace, nested by `serves:`. */
class PurposesTree implements TreeDataProvider<Node>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly #reader: FactsReader;
  readonly #session = new LintSession();
  readonly #disposables: Disposable[];
  readonly #refresh = new Debounce(REFRESH_DEBOUNCE_MS, () => this.#changed.fire(undefined));
  #filter: Filter | undefined;
  #facts: readonly PurposeFacts[] = [];
  /** Set after the view was created with this as its provider. */
  view: TreeView<Node> | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly services: Services) {
    this.#reader = new FactsReader(services);
    this.#disposables = [
      this.#changed,
      this.#refresh,
      services.purposeFiles.onDidChange(({ uri }) => {
        this.#reader.forget(uri);
        this.refresh();
      }),
      services.history.care.onDidChange(() => this.refresh()),
    ];
  }

  get facts(): readonly PurposeFacts[] {
    return this.#facts;
  }

  refresh(): void {
    this.#refresh.schedule();
  }

  filterBy(filter: Filter | undefined): void {
    this.#filter = filter;
    void commands.executeCommand('setContext', 'purpose.filtered', filter !== undefined);
    this.#changed.fire(undefined);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return [...('folder' in node ? node.purposes : node.servedBy)];
    this.#facts = await this.#reader.all(await this.services.purposeFiles.list());
    const folders = workspace.workspaceFolders ?? [];
    const groups = folders.map((folder) => ({ folder, purposes: this.#inFolder(folder) }));
    this.#showState(groups.flatMap(({ purposes }) => purposes));
    if (folders.length < 2) return [...(groups[0]?.purposes ?? [])];
    return groups.filter(({ purposes }) => purposes.length > 0);
  }

  getTreeItem(node: Node): TreeItem {
    if (!('folder' in node)) return purposeItem(node);
    const item = new Item(node.folder.name, TreeItemCollapsibleState.Expanded);
    item.id = node.folder.uri.toString();
    item.contextValue = 'purposeFolder';
    return item;
  }

  /** Computes the expensive parts of an item only when it is hovered. */
  async resolveTreeItem(item: TreeItem, node: Node, token: CancellationToken): Promise<TreeItem> {
    if ('folder' in node) return item;
    const questions = await this.#questions(node.file).catch(() => undefined);
    if (!token.isCancellationRequested) item.tooltip = purposeTooltip(node, questions);
    return item;
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  #inFolder(folder: WorkspaceFolder): PurposeNode[] {
    const own = this.#facts.filter(({ uri }) => workspace.getWorkspaceFolder(uri) === folder);
    const roots = servesTree(own);
    return this.#filter ? filtered(roots, this.#filter) : roots;
  }

  #showState(shown: readonly PurposeNode[]): void {
    const { view } = this;
    if (!view) return;
    const due = this.#facts.filter(isDue).length;
    view.badge =
      due > 0
        ? {
            value: due,
            tooltip: due === 1 ? 'One purpose is due for a review' : `${due} purposes are due for a review`,
          }
        : undefined;
    const accepted = this.#filter && this.#facts.filter(this.#filter.accepts).length;
    // The welcome content of an empty view says more.
    const words = this.#filter && shown.length > 0 ? this.#filter.words : undefined;
    view.message = words === undefined ? '' : `Shown: ${words} (${accepted} of ${this.#facts.length})`;
  }

  async #questions({ uri, path }: PurposeFacts): Promise<number> {
    const open = languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
    if (this.services.lint.documents.some((document) => document.uri.toString() === uri.toString()))
      return open.length;
    const document = PurposeDocument.of(await readText(this.services.files, path));
    const layers = await this.services.settings.layersFor(uri);
    const result = await this.#session.lintInSlices(document, layers);
    return result?.findings.length ?? 0;
  }
}

/** The tree *Purposes* and its commands. */
export function registerPurposesTree(services: Services): Disposable {
  const tree = new PurposesTree(services);
  const view = window.createTreeView<Node>(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  tree.view = view;
  return Disposable.from(
    tree,
    view,
    commands.registerCommand('purpose.filterPurposes', async () => {
      await tree.getChildren();
      const filter = await askFilter(tree.facts);
      if (!filter) return;
      tree.filterBy(filter);
      // When run from the command palette, the tree and the effect of the filter may be hidden.
      if (!view.visible) await commands.executeCommand(`${VIEW}.focus`);
    }),
    commands.registerCommand('purpose.clearFilter', () => tree.filterBy(undefined)),
    commands.registerCommand('purpose.tree.openToSide', (node?: Node) => {
      const uri = uriOfNode(node);
      if (uri) void commands.executeCommand('vscode.open', uri, ViewColumn.Beside);
    }),
    commands.registerCommand('purpose.tree.newHere', (node?: Node) => {
      const uri = uriOfNode(node);
      const folder = node && 'folder' in node ? node.folder.uri : uri && Uri.joinPath(uri, '..');
      return commands.executeCommand('purpose.newFromTemplate', folder);
    }),
    commands.registerCommand('purpose.tree.showHistory', (node?: Node) => {
      const uri = uriOfNode(node);
      if (uri) void commands.executeCommand('purpose.showHistory', uri);
    }),
  );
}

function uriOfNode(node: Node | undefined): Uri | undefined {
  return node && !('folder' in node) ? node.file.uri : undefined;
}
