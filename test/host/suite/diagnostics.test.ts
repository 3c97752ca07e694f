import assert from 'node:assert/strict';
import {
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  Range,
  type Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { openDocument, revert, writeFile } from './support/documents';
import { waitForDiagnostics } from './support/events';

function rule({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

function has(id: string) {
  return (diagnostics: readonly Diagnostic[]) => diagnostics.some((one) => rule(one) === id);
}

describe('diagnostics', () => {
  it('mark a vague word to the character, with its question and the page of its rule', async () => {
    const { uri } = await openDocument(
      '# 🎶 Choir\r\n\r\n> We sing 🎶 &amp; teach many songs to children in Leith.\r\n',
    );
    const found = (await waitForDiagnostics(uri, has('vague-quantity'))).find(
      (one) => rule(one) === 'vague-quantity',
    );
    assert.deepEqual(found?.range, new Range(2, 25, 2, 29));
    assert.equal(found?.severity, DiagnosticSeverity.Information);
    assert.match(found?.message ?? '', /How many/);
    assert.ok(typeof found?.code === 'object');
    assert.match(found.code.target.toString(), /docs\/rules\/vague-quantity\.md$/);
  });

  it('underline the first word of a hard sentence, so that the words marked in it can be seen', async () => {
    const hard =
      'Organisational transformation necessitates interdisciplinary collaboration, methodological experimentation and institutional accountability throughout.';
    const { uri, document } = await openDocument(`We mend bicycles for commuters in Leith.\n\n${hard}\n`);
    const found = (await waitForDiagnostics(uri, has('readability'))).find(
      (one) => rule(one) === 'readability',
    );
    assert.equal(found && document.getText(found.range), 'Organisational');
  });

  it('lead to what the file writes out elsewhere, and to the section that says what the statement does not', async () => {
    const { uri, document } = await openDocument(
      '> We are a leader in many crafts.\n\n## Who it serves\n\nThe weavers of Leith and the crafts of Fife.\n',
    );
    const all = await waitForDiagnostics(
      uri,
      (found) => has('missing-who')(found) && has('vague-quantity')(found),
    );
    const related = (id: string) =>
      all
        .find((one) => rule(one) === id)
        ?.relatedInformation?.map(({ location, message }) => [
          location.uri.toString(),
          document.getText(location.range),
          message,
        ]);
    assert.deepEqual(related('vague-quantity'), [
      [uri.toString(), 'crafts of Fife', 'Written out here: “crafts of Fife”'],
    ]);
    assert.deepEqual(related('missing-who'), [
      [
        uri.toString(),
        'The weavers of Leith and the crafts of Fife.',
        'Under “Who it serves” it is said: could the statement say it, too?',
      ],
    ]);
  });

  it('follow what is typed, and come and go with it', async () => {
    const { uri, editor } = await openDocument('We teach songs to children in Leith.\n\nMore.\n');
    await editor.edit((edit) => edit.insert(editor.document.positionAt(9), 'many '));
    const [found] = (await waitForDiagnostics(uri, has('vague-quantity'))).filter(
      (one) => rule(one) === 'vague-quantity',
    );
    assert.equal(found && editor.document.getText(found.range), 'many');
    await editor.edit((edit) => edit.delete(new Range(0, 9, 0, 14)));
    await waitForDiagnostics(uri, (all) => !has('vague-quantity')(all));
    await revert();
  });

  it('are right after several edits at once', async () => {
    const { uri, document } = await openDocument('One.\n\nTwo.\n\nThree.\n');
    const edit = new WorkspaceEdit();
    edit.insert(uri, document.positionAt(0), 'Many words.\n\n');
    edit.insert(uri, document.positionAt(6), 'Various tools. ');
    edit.replace(uri, new Range(4, 0, 4, 6), 'Several things');
    await workspace.applyEdit(edit);
    const quantities = (all: readonly Diagnostic[]) =>
      all.filter((one) => rule(one) === 'vague-quantity').map(({ range }) => document.getText(range));
    const found = await waitForDiagnostics(uri, (all) => quantities(all).length === 3);
    assert.deepEqual(quantities(found), ['Many', 'Various', 'Several']);
    await revert();
  });

  it('obey the nearest .purposerc, also when it changes', async () => {
    await writeFile('settings/.purposerc.yml', 'rules:\n  vague-quantity: error\n');
    const { uri } = await openDocument('We teach many songs.\n', 'settings/team.purpose.md');
    const severity = (wanted: DiagnosticSeverity | undefined) => (all: readonly Diagnostic[]) =>
      all.length > 0 && all.find((one) => rule(one) === 'vague-quantity')?.severity === wanted;
    await waitForDiagnostics(uri, severity(DiagnosticSeverity.Error));
    await writeFile('settings/.purposerc.yml', 'rules:\n  vague-quantity: off\n  missing-who: warning\n');
    await waitForDiagnostics(uri, (all) => !has('vague-quantity')(all));
  });

  it('are gone when the file is renamed to something else, and leave other Markdown alone', async () => {
    const { uri } = await openDocument('We teach many songs.\n', 'renamed/team.purpose.md');
    await waitForDiagnostics(uri, has('vague-quantity'));
    const other: Uri = uri.with({ path: uri.path.replace('team.purpose.md', 'notes.md') });
    const edit = new WorkspaceEdit();
    edit.renameFile(uri, other);
    await workspace.applyEdit(edit);
    await waitForDiagnostics(uri, (all) => all.length === 0);
    assert.deepEqual(
      languages.getDiagnostics(other).filter(({ source }) => source === 'purpose'),
      [],
    );
  });
});
