import assert from 'node:assert/strict';
import { applyPatch } from 'diff';
import type { Log } from 'sarif';
import { applyEdits, type TextEdit } from '../../../src/text/text-edit';
import { runIn } from '../support/cli';
import { MemoryFiles } from '../support/memory-files';

const TEXT = '# Crew\r\n\r\nWe utilize many tools to to mend the the bicycles of people in Leith.\r\n';
const FIXED = '# Crew\r\n\r\nWe use many tools to to mend the bicycles of people in Leith.\r\n';
const NAME = 'team.purpose.md';
const world = () => new MemoryFiles({ [`/w/${NAME}`]: TEXT });
const textOf = async (files: MemoryFiles) => new TextDecoder().decode(await files.read(`/w/${NAME}`));

describe('purpose lint', () => {
  it('has the fixes of each finding in its JSON, as edits of the text that was linted', async () => {
    const { out } = await runIn(world(), ['lint', '--format', 'json', NAME]);
    const [file] = JSON.parse(out).files as {
      findings: { text: string; fixes: { kind: string; text: string; edits: TextEdit[] }[] }[];
    }[];
    const [fix] = file?.findings.find(({ text }) => text === 'utilize')?.fixes ?? [];
    assert.deepEqual(fix, { kind: 'replace', text: 'use', edits: [{ offset: 13, length: 7, text: 'use' }] });
    assert.equal(applyEdits(TEXT, fix?.edits ?? []), TEXT.replace('utilize', 'use'));
    assert.deepEqual(file?.findings.find(({ text }) => text === 'many')?.fixes, []);
  });

  it('has them in its SARIF, too', async () => {
    const { out } = await runIn(world(), ['lint', '--format', 'sarif', NAME]);
    const results = (JSON.parse(out) as Log).runs[0]?.results ?? [];
    const fixes = results.find(({ ruleId }) => ruleId === 'simplify')?.fixes;
    assert.equal(fixes?.[0]?.description?.text, 'Replace with “use”');
    assert.deepEqual(fixes?.[0]?.artifactChanges[0]?.replacements, [
      {
        deletedRegion: {
          startLine: 3,
          startColumn: 4,
          endLine: 3,
          endColumn: 11,
          charOffset: 13,
          charLength: 7,
        },
        insertedContent: { text: 'use' },
      },
    ]);
    assert.equal(results.find(({ ruleId }) => ruleId === 'vague-quantity')?.fixes, undefined);
  });

  it('--fix applies the safe fixes, and prints the remaining findings', async () => {
    const files = world();
    const { out, err } = await runIn(files, ['lint', '--fix', NAME]);
    assert.equal(await textOf(files), FIXED);
    assert.match(err, /^team\.purpose\.md: fixed\.\n$/);
    assert.match(out, /vague-quantity/);
    assert.doesNotMatch(out, /simplify/);
    const again = await runIn(files, ['lint', '--fix', NAME]);
    assert.equal(again.err, '');
    assert.equal(await textOf(files), FIXED);
  });

  it('--fix-dry-run prints the change and writes nothing', async () => {
    const files = world();
    const { out } = await runIn(files, ['lint', '--fix-dry-run', NAME]);
    assert.equal(await textOf(files), TEXT);
    assert.match(out, /^--- team\.purpose\.md\n\+\+\+ team\.purpose\.md\n@@ /);
    assert.match(out, /^-We utilize many tools to to mend the the bicycles/m);
    assert.match(out, /^\+We use many tools to to mend the bicycles/m);
    const stdin = await runIn(files, ['lint', '--fix-dry-run', '-'], 'We utilize tools.\n');
    assert.match(stdin.out, /^\+We use tools\.$/m);
  });

  it('--fix-dry-run keeps the line breaks of the file, as `patch` needs them, and obeys none alone', async () => {
    const { out } = await runIn(world(), ['lint', '--fix-dry-run', NAME]);
    assert.equal(applyPatch(TEXT, out, { autoConvertLineEndings: false }), FIXED);
    const odd = await runIn(world(), ['lint', '--fix-dry-run', '-'], 'We utilize tools.\rWe bake.\r\n');
    assert.match(odd.out, /^\+We use tools\.\\u000dWe bake\.\r$/m);
  });

  it('--fix reports input that it cannot write: standard input, and UTF-16', async () => {
    const piped = await runIn(world(), ['lint', '--fix', '-'], TEXT);
    assert.deepEqual([piped.code, /--fix-dry-run/.test(piped.err)], [2, true]);
    const files = world();
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${TEXT}`, 'utf16le'));
    await files.write(`/w/${NAME}`, utf16);
    const read = await runIn(files, ['lint', NAME]);
    assert.match(read.out, /simplify/);
    const { code, err } = await runIn(files, ['lint', '--fix', NAME]);
    assert.deepEqual([code, err], [2, `${NAME}: this is UTF-16; save it as UTF-8 to have it fixed.\n`]);
    assert.deepEqual(await files.read(`/w/${NAME}`), utf16);
    const shown = await runIn(files, ['lint', '--fix-dry-run', NAME]);
    assert.deepEqual([shown.code, shown.out, shown.err], [2, '', err]);
  });
});
