import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  type Diagnostic,
  languages,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { codeActions } from './support/code-actions';
import { openDocument, readFile, revert, writeFile } from './support/documents';
import { eventually, hasRule, isOf, tick, waitForDiagnostics } from './support/events';

const stale = hasRule('stale-copy');
const inStep = (all: readonly Diagnostic[]) => !stale(all);

const copy = (source: string, words: string, eol = '\n') =>
  [`<!-- purpose:begin ${source} -->`, words, '<!-- purpose:end -->', ''].join(eol);
const NEW = '> We mend bicycles with teenagers.';

/** A folder with a purpose, five copies of it in twenty files (one in CRLF, one up to date), and a hostile file. */
async function world(name: string): Promise<{ stale: Uri[]; fine: Uri; hostile: Uri }> {
  await writeFile(`${name}/team.purpose.md`, '# Team\n\n> We mend bicycles with teenagers.\n');
  const files: Uri[] = [];
  for (let at = 1; at <= 14; at++) await writeFile(`${name}/notes/n${at}.md`, `Note ${at}.\n`);
  for (const [file, text] of [
    ['README.md', `# A\n\n${copy('team.purpose.md', '> Old.')}\nAfter.\n`],
    ['docs/crlf.md', `# B\r\n\r\n${copy('../team.purpose.md', '> Old.', '\r\n')}\r\nAfter.\r\n`],
    [
      'docs/list.md',
      `- one\n\n  ${copy('../team.purpose.md', '> Old.').trimEnd().replaceAll('\n', '\n  ')}\n`,
    ],
    ['docs/more.md', `${copy('../team.purpose.md', '> Old.')}Text.\n`],
  ] as const)
    files.push(await writeFile(`${name}/${file}`, text));
  const fine = await writeFile(`${name}/docs/fine.md`, copy('../team.purpose.md', NEW));
  const up = '../'.repeat(12);
  const hostile = await writeFile(
    `${name}/hostile.md`,
    `${copy(`${up}etc/x.purpose.md`, '> Old.')}\n<!-- purpose:begin team.purpose.md -->\nno end\n`,
  );
  return { stale: files, fine, hostile };
}

async function texts(uris: readonly Uri[]): Promise<string[]> {
  return Promise.all(uris.map(readFile));
}

describe('shared copies', () => {
  it('are found in unopened files, and updated by one command with one undo each', async () => {
    const { stale: hosts, fine, hostile } = await world('copies');
    const { document: purpose } = await openDocument(
      '# Other\n\nWe lend tools.\n',
      'copies/other.purpose.md',
    );
    for (const uri of hosts) await waitForDiagnostics(uri, stale);
    await waitForDiagnostics(hostile, (all) => all.filter(isOf('stale-copy')).length === 2);
    const before = await texts([...hosts, fine, hostile]);
    await commands.executeCommand('purpose.updateCopies', { preview: false });
    for (const uri of hosts) await waitForDiagnostics(uri, inStep);
    const after = await texts([...hosts, fine, hostile]);
    assert.deepEqual(after, [
      ...before.slice(0, 4).map((text) => text.replace('> Old.', NEW)),
      ...before.slice(4),
    ]);
    for (const [index, uri] of hosts.entries()) {
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document, { preview: false });
      await commands.executeCommand('undo');
      assert.equal(document.getText(), before[index]);
      await waitForDiagnostics(uri, stale);
      await commands.executeCommand('redo');
      assert.equal(document.getText(), after[index]);
      await document.save();
    }
    assert.equal(purpose.isDirty, false);
  });

  it('are updated one at a time from the light bulb', async () => {
    await writeFile('bulb/team.purpose.md', NEW);
    const { document, uri } = await openDocument(
      `${copy('team.purpose.md', '> A.')}\n${copy('team.purpose.md', '> B.')}`,
      'bulb/notes.md',
    );
    const found = await waitForDiagnostics(uri, (all) => all.filter(isOf('stale-copy')).length === 2);
    const second = found[1]?.range;
    assert.ok(second);
    const actions = await eventually('the actions', [tick], async () => {
      const given = await codeActions(uri, second);
      return given.some(({ title }) => title === 'Update this copy') ? given : undefined;
    });
    assert.deepEqual(
      actions.map(({ title }) => title).filter((title) => /cop(?:y|ies)|^Open/.test(title)),
      ['Update this copy', 'Update all copies…', 'Open team.purpose.md'],
    );
    const edit = actions.find(({ title }) => title === 'Update this copy')?.edit;
    assert.ok(edit && (await workspace.applyEdit(edit)));
    assert.equal(document.getText(), `${copy('team.purpose.md', '> A.')}\n${copy('team.purpose.md', NEW)}`);
    await revert();
  });

  it('grow stale when their purpose is saved, and follow at once if that is wanted', async () => {
    const host = await writeFile('follow/README.md', copy('team.purpose.md', NEW));
    const { document } = await openDocument(`${NEW}\n`, 'follow/team.purpose.md');
    await replace(document, 'teenagers', 'children');
    assert.ok(await document.save());
    await waitForDiagnostics(host, stale);
    const settings = workspace.getConfiguration('purpose');
    await settings.update('share.updateOnSave', true, ConfigurationTarget.Global);
    try {
      await replace(document, 'children', 'people of all ages');
      assert.ok(await document.save());
      await waitForDiagnostics(host, inStep);
      assert.equal(
        await readFile(host),
        copy('team.purpose.md', '> We mend bicycles with people of all ages.'),
      );
    } finally {
      await settings.update('share.updateOnSave', undefined, ConfigurationTarget.Global);
    }
  });

  it('follow the severity and the comments of the workspace', async () => {
    await writeFile('quiet/team.purpose.md', NEW);
    const text = copy('team.purpose.md', '> Old.');
    const { uri, document } = await openDocument(text, 'quiet/notes.md');
    await waitForDiagnostics(uri, stale);
    await replace(
      document,
      '<!-- purpose:begin',
      '<!-- purpose ignore stale-copy: of 2019 -->\n\n<!-- purpose:begin',
    );
    await waitForDiagnostics(uri, inStep);
    await revert();
    await waitForDiagnostics(uri, stale);
    await writeFile('quiet/.purposerc.yml', 'rules: { stale-copy: off }\n');
    await waitForDiagnostics(uri, inStep);
  });

  it('leave a Markdown file without markers alone', async () => {
    const { uri } = await openDocument('# Notes\n\nWe help many people.\n', 'alone/notes.md');
    await writeFile('alone/team.purpose.md', NEW);
    const host = await writeFile('alone/host.md', copy('team.purpose.md', '> Old.'));
    await waitForDiagnostics(host, stale);
    assert.deepEqual(
      languages.getDiagnostics(uri).filter(({ source }) => source === 'purpose'),
      [],
    );
  });
});

async function replace(document: TextDocument, from: string, to: string): Promise<void> {
  const editor = await window.showTextDocument(document, { preview: false });
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0);
  assert.ok(
    await editor.edit((edit) =>
      edit.replace(new Range(document.positionAt(at), document.positionAt(at + from.length)), to),
    ),
  );
}
