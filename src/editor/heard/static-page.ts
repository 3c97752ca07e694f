import { type Disposable, ViewColumn, window } from 'vscode';

/** A page in the editor, in front of the active file. */
interface StaticPage extends Disposable {
  show(html: string): void;
}

/** Shows an HTML page without scripts. */
export function showStaticPage(title: string, html: string): StaticPage {
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
