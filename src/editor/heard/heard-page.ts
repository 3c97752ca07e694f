import { type Disposable, ViewColumn, window } from 'vscode';

/** A page in the editor, in front of the active file. */
export interface Page extends Disposable {
  show(html: string): void;
}

/** Shows an HTML page without scripts. */
export function showPage(title: string, html: string): Page {
  const place = { viewColumn: ViewColumn.Active, preserveFocus: true };
  const panel = window.createWebviewPanel('purpose.heard', title, place, {
    enableScripts: false,
    localResourceRoots: [],
  });
  panel.webview.html = html;
  return {
    show(next) {
      panel.webview.html = next;
      panel.reveal();
    },
    dispose: () => panel.dispose(),
  };
}
