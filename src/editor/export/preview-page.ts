import { escapeMarkup } from '../../export/page-content';

/**
 * The HTML page of a preview, under a content security policy that allows only its own style and script.
 * @param title for the tab and, as an invisible heading, for screen readers
 * @param body HTML that holds no unescaped text of a file
 */
export function previewPage(
  title: string,
  { style, body, script }: { readonly style: string; readonly body: string; readonly script?: string },
): string {
  const nonce = crypto.randomUUID();
  const scripts = script === undefined ? '' : ` img-src data:; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';${scripts}">
<title>${escapeMarkup(title)}</title>
<style>
body { margin: 0; padding: 1rem; }
h1 { position: absolute; clip-path: inset(50%); margin: 0; }
${style}
</style>
</head>
<body>
<main>
<h1>${escapeMarkup(title)}</h1>
${body}
</main>
${script === undefined ? '' : `<script nonce="${nonce}">\n${script}\n</script>\n`}</body>
</html>
`;
}
