import assert from 'node:assert/strict';
import { Range, type TextEditor, Uri, WorkspaceEdit, workspace } from 'vscode';
import { readFile } from './documents';
import { eventually, tick } from './events';

/** The records beside a purpose file, oldest first, as text. */
export async function recordsOf(uri: Uri): Promise<string[]> {
  const folder = Uri.joinPath(uri, '..', '.purpose', uri.path.replace(/^.*\/|\.purpose\.md$/g, ''));
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found.map(([name]) => name).filter((name) => name.endsWith('.md')),
    () => [],
  );
  // A record that is merged into a newer one can disappear between listing and reading.
  const texts = entries.sort().map((name) => readFile(Uri.joinPath(folder, name)).catch(() => undefined));
  const timeOf = (text: string) => /^time: (.*)$/m.exec(text)?.[1] ?? '';
  return (await Promise.all(texts))
    .filter((text) => text !== undefined)
    .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
}

/** The records as soon as they are as the case wants them. */
export async function records(uri: Uri, isRight: (found: readonly string[]) => boolean): Promise<string[]> {
  let last: string[] = [];
  return eventually(
    'the records that the case waits for',
    [tick],
    async () => {
      last = await recordsOf(uri);
      return isRight(last) ? last : undefined;
    },
    () => last.join('\n'),
  );
}

/** Replaces a stretch of a document, which is not saved. */
export async function replace({ document }: TextEditor, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(at), document.positionAt(at + from.length)), to);
  assert.ok(await workspace.applyEdit(edit));
}

/** Replaces a stretch of a document and saves it. */
export async function rewrite(editor: TextEditor, from: string, to: string): Promise<void> {
  await replace(editor, from, to);
  assert.ok(await editor.document.save());
}
