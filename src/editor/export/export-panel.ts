import { type Disposable, env, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { FileAccess } from '../../files/file-access';
import { basename } from '../../files/paths';
import { escapeMarkup } from '../../share/page-content';
import { sayNotDone } from '../text-edits';
import { pathOf } from '../vscode-files';

/** What is shown before it is saved. */
export interface Exported {
  readonly title: string;
  readonly text: string;
  readonly format: 'html' | 'svg' | 'markdown';
  /** Where it would be saved, if nobody says otherwise. */
  readonly suggested: Uri;
}

export const EXPORT_VIEW = 'purpose.export';

const FILTERS: Readonly<Record<Exported['format'], Record<string, string[]>>> = {
  html: { 'Web page': ['html'] },
  svg: { Picture: ['svg'] },
  markdown: { Markdown: ['md'] },
};

/** Shows exported pages and pictures beside the purpose, as they will be: no script of anybody's runs in them. */
export class ExportPanels implements Disposable {
  readonly #panels = new Map<WebviewPanel, Exported>();

  constructor(private readonly files: Pick<FileAccess, 'write'>) {}

  show(exported: Exported): void {
    const panel = window.createWebviewPanel(EXPORT_VIEW, exported.title, ViewColumn.Beside, {
      enableScripts: false,
      localResourceRoots: [],
    });
    this.#panels.set(panel, exported);
    panel.onDidDispose(() => this.#panels.delete(panel));
    panel.webview.html = previewOf(exported);
  }

  /** Asks where to, and saves what the panel in front shows. */
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
    if (!target) return;
    try {
      await this.files.write(pathOf(target), new TextEncoder().encode(exported.text));
      window.setStatusBarMessage(`Saved ${basename(target.path)}.`, 4000);
    } catch (error) {
      sayNotDone(
        `${basename(target.path)} could not be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
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

  /** The panel in front, or the newest one that can be seen: a button in its title may leave the focus elsewhere. */
  #inFront(): Exported | undefined {
    const panels = [...this.#panels];
    const [, exported] =
      panels.find(([{ active }]) => active) ?? panels.findLast(([{ visible }]) => visible) ?? [];
    if (!exported) sayNotDone('There is no exported page to be seen: “Export…” makes one.');
    return exported;
  }
}

function previewOf({ format, text, title }: Exported): string {
  if (format === 'html') return text;
  const body = format === 'svg' ? text.replace(/^<\?xml[^>]*>\s*/, '') : `<pre>${escapeMarkup(text)}</pre>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(title)}</title>
<style>
body { margin: 0; padding: 1rem; }
svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
pre { white-space: pre-wrap; font-family: var(--vscode-editor-font-family, monospace); color: var(--vscode-editor-foreground); }
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}
