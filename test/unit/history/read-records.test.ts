import assert from 'node:assert/strict';
import { LARGEST_FILE } from '../../../src/files/size-limits';
import { appendRecord, type RecordDraft } from '../../../src/history/append-record';
import { readRecords } from '../../../src/history/read-records';
import { recordsFolder } from '../../../src/history/records-folder';
import { MemoryFiles } from '../support/memory-files';

const PATH = '/a/team.purpose.md';

function draft(note: string, time = '2026-11-22T15:04:12.000Z'): RecordDraft {
  return { time, author: 'Zoë', type: 'note', statement: 'We run.', note };
}

describe('the records in a folder', () => {
  it('reads nothing from a missing folder', async () => {
    assert.deepEqual(await readRecords(new MemoryFiles(), PATH), { records: [], unreadable: [] });
  });

  it('reports what it cannot read, skips what is not a record, sorts the rest by time', async () => {
    const files = new MemoryFiles({
      [`${recordsFolder(PATH)}/broken.md`]: 'oh',
      [`${recordsFolder(PATH)}/.DS_Store`]: '',
      [`${recordsFolder(PATH)}/.a.md.1f2e3d4c.purpose-tmp`]: '---',
      [`${recordsFolder(PATH)}/folder/a.md`]: '',
    });
    await appendRecord(files, PATH, draft('late', '2026-11-22T15:04:12.900Z'));
    await appendRecord(files, PATH, draft('early', '2026-11-22T15:04:12.100Z'));
    const { records, unreadable } = await readRecords(files, PATH);
    assert.deepEqual(
      records.map(({ note }) => note),
      ['early', 'late'],
    );
    assert.deepEqual(
      unreadable.map(({ path }) => path),
      [`${recordsFolder(PATH)}/broken.md`, `${recordsFolder(PATH)}/.a.md.1f2e3d4c.purpose-tmp`],
    );
    assert.equal(files.text(`${recordsFolder(PATH)}/broken.md`), 'oh');
  });

  it('does not change hostile files, and reports them', async () => {
    const whole = '---\nversion: 1\ntime: 2026-11-22T15:04:12Z\ntype: note\n---\n\n> We run.\n\nWhole.\n';
    const bytes = (text: string) => new TextEncoder().encode(text);
    const hostile: Record<string, Uint8Array> = {
      'binary.md': new Uint8Array([0x89, 0x50, 0, 0xff, 0xfe, ...bytes(whole)]),
      'huge.md': bytes(whole + 'x'.repeat(LARGEST_FILE)),
      'utf16.md': new Uint8Array(Buffer.from(`\uFEFF${whole}`, 'utf16le')),
      'aliases.md': bytes(
        `---\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at]}`).join()}]`).join('\n')}\n---\n`,
      ),
      'windows.md': bytes(`\uFEFF${whole.replaceAll('\n', '\r\n')}`),
      'latin1.md': new Uint8Array(Buffer.from(whole.replace('Whole', 'Zoë'), 'latin1')),
      'proto.md': bytes(
        whole.replace('type: note', 'type: note\n__proto__: {polluted: yes}\nconstructor: 1'),
      ),
    };
    const files = new MemoryFiles({});
    for (const [name, content] of Object.entries(hostile))
      await files.write(`${recordsFolder(PATH)}/${name}`, content);
    const { records, unreadable } = await readRecords(files, PATH);
    assert.deepEqual(records.map(({ id, note }) => [id, note.length]).sort(), [
      ['latin1', 4],
      ['proto', 6],
      ['windows', 6],
    ]);
    assert.deepEqual(
      unreadable.map(({ path, problem }) => [
        path.replace(/.*\//, ''),
        /(binary file|has 4\.0 MB|alias)/i.exec(problem)?.[1],
      ]),
      [
        ['aliases.md', 'alias'],
        ['binary.md', 'binary file'],
        ['huge.md', 'has 4.0 MB'],
        ['utf16.md', 'binary file'],
      ],
    );
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    for (const [name, content] of Object.entries(hostile))
      assert.deepEqual(await files.read(`${recordsFolder(PATH)}/${name}`), content);
  });

  it('does not reread known records, and stops when aborted', async () => {
    const files = new MemoryFiles();
    const record = await appendRecord(files, PATH, draft('a'));
    const known = new Map([[record.path, { ...record, note: 'known' }]]);
    assert.equal((await readRecords(files, PATH, { known })).records[0]?.note, 'known');
    await assert.rejects(readRecords(files, PATH, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });
});
