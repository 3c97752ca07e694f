import { Uri, type Webview } from 'vscode';

/** The page of the panel, with a policy that allows only our own script and style sheet. */
export function panelHtml(webview: Webview, root: Uri, language: string): string {
  const script = webview.asWebviewUri(Uri.joinPath(root, 'panel.js')).toString();
  const style = webview.asWebviewUri(Uri.joinPath(root, 'panel.css')).toString();
  const nonce = globalThis.crypto.randomUUID();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${/^[\w-]+$/.test(language) ? language : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Refinement history</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
