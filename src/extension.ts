import {
  commands,
  Disposable,
  type ExtensionContext,
  type TextDocument,
  type TreeItem,
  window,
  workspace,
} from 'vscode';
import { loadData } from '#data';
import { isPurposePath } from './files/purpose-name';

type Features = typeof import('./editor/features');

/** The part of an extension's API that VS Code's Markdown preview uses. */
interface Exports {
  extendMarkdownIt<T extends MarkdownIt>(md: T): T;
}

type Token = Parameters<Features['previewPlugin']>[0][number];

interface MarkdownIt {
  readonly renderer: { render(tokens: readonly Token[], options: unknown, env: unknown): string };
}

/**
 * Lazy activation. Until the workspace has a purpose file only this stub is loaded; `editor/features` is a separate
 * bundle where the host can load one later.
 */
export function activate(context: ExtensionContext): Exports | Promise<Exports> {
  const waiting: Disposable[] = [];
  let opened: Promise<void> | undefined;
  let mark: Features['previewPlugin'] | undefined;
  let isShownPlain = false;

  const open = (): Promise<void> => {
    opened ??= loadData(context.extensionUri)
      .then(() => import('./editor/features'))
      .then(({ registerFeatures, previewPlugin }) => {
        mark = previewPlugin;
        for (const disposable of waiting.splice(0)) disposable.dispose();
        context.subscriptions.push(registerFeatures(context));
        if (isShownPlain) void commands.executeCommand('markdown.preview.refresh');
      });
    return opened;
  };

  // A save waits for the features, which must read the replaced wording for the history.
  waiting.push(
    workspace.onWillSaveTextDocument((event) => {
      if (isPurpose(event.document)) event.waitUntil(open());
    }),
  );
  const exports: Exports = {
    // VS Code's preview calls this when it first shows a Markdown file.
    extendMarkdownIt(md) {
      // The renderer knows the file; the parser does not.
      const { renderer } = md;
      const render = renderer.render.bind(renderer);
      renderer.render = (tokens, options, env) => {
        if (mark) return render(mark(tokens, env), options, env);
        // Until our features are loaded, a preview shows plain Markdown; it is refreshed then.
        isShownPlain = true;
        if (tokens.some(({ content }) => content.includes('purpose:begin'))) void open();
        return render(tokens, options, env);
      };
      return md;
    },
  };
  if (workspace.textDocuments.some(isPurpose)) return open().then(() => exports);

  const contributed = (context.extension.packageJSON as { contributes: { commands: { command: string }[] } })
    .contributes;
  for (const { command } of contributed.commands) {
    // The language model may be turned off, and these commands are shown only in a purpose file.
    if (command.startsWith('purpose.reading.')) continue;
    waiting.push(
      commands.registerCommand(command, async (...args: unknown[]) => {
        // Using Purpose in a workspace makes its view appear in the activity bar from then on.
        await context.workspaceState.update('purpose.present', true);
        await open();
        return commands.executeCommand(command, ...args);
      }),
    );
  }
  waiting.push(
    // VS Code restores a visible tree and requests its rows before any purpose file is open.
    window.registerTreeDataProvider('purpose.purposes', {
      getChildren: () => open().then(() => []),
      getTreeItem: (item: TreeItem) => item,
    }),
    workspace.onDidOpenTextDocument((document) => {
      if (isPurpose(document)) void open();
    }),
  );
  context.subscriptions.push({ dispose: () => Disposable.from(...waiting).dispose() });
  // Not awaited: opening a plain Markdown file must not be delayed by the search.
  void hasPurpose().then((found) => (found ? open() : undefined));
  return exports;
}

/** Whether the workspace has a purpose file: one of the name, or one that a settings file names. */
async function hasPurpose(): Promise<boolean> {
  if ((await workspace.findFiles('**/*.purpose.md', undefined, 1)).length > 0) return true;
  for (const uri of await workspace.findFiles('**/.purposerc.{json,yml,yaml}')) {
    const bytes = await workspace.fs.readFile(uri).then(
      (read) => read,
      () => new Uint8Array(),
    );
    if (/^[^#\n]*\bfiles["']?\s*:/m.test(new TextDecoder().decode(bytes))) return true;
  }
  return false;
}

function isPurpose({ uri, languageId }: TextDocument): boolean {
  return languageId === 'markdown' && isPurposePath(uri.path);
}
