import { type Disposable, env, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { ExportFormat } from '../../export/formats';
import { escapeMarkup } from '../../export/page-content';
import type { FileAccess } from '../../files/file-access';
import { basename } from '../../files/paths';
import { errorMessage } from '../../text/error-message';
import { sayNotDone } from '../messages';
import { pathOf } from '../vscode-files';
import { pictureHtml } from './picture-html';
import { previewPage } from './preview-page';

/** The content of a preview. */
export interface Exported {
  readonly title: string;
  readonly text: string;
  readonly format: ExportFormat['type'];
  /** The default path for saving it. */
  readonly suggested: Uri;
}

const EXPORT_VIEW = 'purpose.export';

const FILTERS: Readonly<Record<Exported['format'], Record<string, string[]>>> = {
  html: { 'Web page': ['html'] },
  svg: { Picture: ['svg'] },
  markdown: { Markdown: ['md'] },
};

/**
 * Previews exported pages and pictures beside the purpose. A page runs no script; the page of a picture runs one that
 * draws it as PNG.
 */
export class ExportPanels implements Disposable {
  readonly #panels = new Map<WebviewPanel, Exported>();

  constructor(private readonly files: Pick<FileAccess, 'write'>) {}

  show(exported: Exported): void {
    const panel = window.createWebviewPanel(EXPORT_VIEW, exported.title, ViewColumn.Beside, {
      enableScripts: exported.format === 'svg',
      localResourceRoots: [],
    });
    this.#panels.set(panel, exported);
    panel.onDidDispose(() => this.#panels.delete(panel));
    panel.webview.onDidReceiveMessage((message: unknown) => void this.#drawn(exported, message));
    panel.webview.html = previewOf(exported);
  }

  /** Asks for a path, and saves the content of the active panel. */
  async save(to?: Uri): Promise<void> {
    const exported = this.#inFront();
    if (!exported) return;
    const target =
      to ??
      (await window.showSaveDialog({
        defaultUri: exported.suggested,
        filters: FILTERS[exported.format],
        title: 'Save As',
      }));
    if (target) await this.#write(target, new TextEncoder().encode(exported.text));
  }

  async #write(target: Uri, bytes: Uint8Array): Promise<void> {
    try {
      await this.files.write(pathOf(target), bytes);
      window.setStatusBarMessage(`Saved ${basename(target.path)}.`, 4000);
    } catch (error) {
      sayNotDone(`${basename(target.path)} could not be written: ${errorMessage(error)}`);
    }
  }

  /** Handles the PNG that the page of a picture has drawn. */
  async #drawn(exported: Exported, message: unknown): Promise<void> {
    const { png, copied } = (message ?? {}) as { readonly png?: unknown; readonly copied?: unknown };
    if (copied === true) window.setStatusBarMessage('Copied as an image.', 4000);
    if (copied === false) sayNotDone('Pictures cannot be copied here: save it as PNG instead.');
    if (typeof png !== 'string') return;
    const suggested = exported.suggested.with({ path: exported.suggested.path.replace(/svg$/, 'png') });
    const target = await window.showSaveDialog({
      defaultUri: suggested,
      filters: { Picture: ['png'] },
      title: 'Save as PNG',
    });
    if (target)
      await this.#write(
        target,
        Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0)),
      );
  }

  async copy(): Promise<void> {
    const exported = this.#inFront();
    if (!exported) return;
    await env.clipboard.writeText(exported.text);
    window.setStatusBarMessage('Copied.', 4000);
  }

  dispose(): void {
    for (const panel of [...this.#panels.keys()]) panel.dispose();
  }

  /** The active panel, or the newest visible one: a button in its title may leave the focus elsewhere. */
  #inFront(): Exported | undefined {
    const panels = [...this.#panels];
    const [, exported] =
      panels.find(([{ active }]) => active) ?? panels.findLast(([{ visible }]) => visible) ?? [];
    if (!exported) sayNotDone('No exported page is open. Run “Export…” first.');
    return exported;
  }
}

const PLAIN =
  'pre { white-space: pre-wrap; font-family: var(--vscode-editor-font-family, monospace); color: var(--vscode-editor-foreground); }';

function previewOf({ format, text, title }: Exported): string {
  if (format === 'html') return text;
  if (format === 'svg') return pictureHtml(text, title);
  return previewPage(title, { style: PLAIN, body: `<pre>${escapeMarkup(text)}</pre>` });
}
