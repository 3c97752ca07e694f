import { commands, env, Uri, workspace } from 'vscode';
import { docsUrl } from '../lint/rule-url';

/** Shows a page of our documentation in the Markdown preview if it is bundled, else the page on the web. */
export async function openDocs(extension: Uri, page: string): Promise<void> {
  const bundled = Uri.joinPath(extension, 'docs', `${page}.md`);
  try {
    await workspace.fs.readFile(bundled);
    await commands.executeCommand('markdown.showPreview', bundled);
  } catch {
    await env.openExternal(Uri.parse(docsUrl(page)));
  }
}
