import {
  commands,
  Disposable,
  type ExtensionContext,
  type TextDocument,
  type TreeItem,
  window,
  workspace,
} from 'vscode';
import { isPurposePath } from './files/purpose-name';

/**
 * The door, and no more: this small file is all that a workspace without a purpose ever loads. What the extension
 * can do stands in `editor/features`, which esbuild keeps in a file of its own where the host can load one later.
 */
export function activate(context: ExtensionContext): Promise<void> | undefined {
  const waiting: Disposable[] = [];
  let opened: Promise<void> | undefined;

  const open = (): Promise<void> => {
    opened ??= import('./editor/features').then(({ registerFeatures }) => {
      for (const disposable of waiting.splice(0)) disposable.dispose();
      context.subscriptions.push(registerFeatures(context));
    });
    return opened;
  };

  if (workspace.textDocuments.some(isPurpose)) return open();

  const contributed = (context.extension.packageJSON as { contributes: { commands: { command: string }[] } })
    .contributes;
  for (const { command } of contributed.commands) {
    waiting.push(
      commands.registerCommand(command, async (...args: unknown[]) => {
        await open();
        return commands.executeCommand(command, ...args);
      }),
    );
  }
  waiting.push(
    // A window that comes back with the tree in sight asks for its lines: then it is time to load what fills it.
    window.registerTreeDataProvider('purpose.purposes', {
      getChildren: () => open().then(() => []),
      getTreeItem: (item: TreeItem) => item,
    }),
    workspace.onDidOpenTextDocument((document) => {
      if (isPurpose(document)) void open();
    }),
  );
  context.subscriptions.push({ dispose: () => Disposable.from(...waiting).dispose() });
  // Asked without waiting: a plain Markdown file that is being opened should not stand in line for it.
  void workspace
    .findFiles('**/*.purpose.md', undefined, 1)
    .then((found) => (found.length > 0 ? open() : undefined));
  return undefined;
}

function isPurpose({ uri, languageId }: TextDocument): boolean {
  return languageId === 'markdown' && isPurposePath(uri.path);
}
