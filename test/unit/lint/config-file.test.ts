import assert from 'node:assert/strict';
import { findConfigFile, parseConfigFile } from '../../../src/lint/config-file';
import { editSettingsFile } from '../../../src/lint/settings-edit';
import { applyEdits } from '../../../src/text/text-edit';
import { MemoryFiles } from '../support/memory-files';

/** The ranges of the problems, with their messages. */
function marked(text: string): readonly (readonly [string, string])[] {
  const lines = text.split('\n');
  return parseConfigFile('.purposerc.yml', text).problems.map(({ line, column, endColumn, message }) => [
    lines[line - 1]?.slice(column - 1, endColumn - 1) ?? '',
    message.split(/[;.]/)[0] ?? '',
  ]);
}

describe('a settings file', () => {
  it('is marked at an unknown key, else at the value', () => {
    assert.deepEqual(
      marked(
        'surplus: 1\nrules:\n  hegde: off\n  hedge: loud\n  readability: [info, { age: old, old: 3 }]\n',
      ),
      [
        ['surplus', 'There is no setting `surplus`'],
        ['hegde', 'There is no rule `hegde`'],
        ['loud', '`hedge` takes one of off, info, warning, error, or a list of one of them and options'],
        ['old', '`age` of `readability` is a number from 0 on'],
        ['old', '`readability` has no option `old`'],
      ],
    );
  });

  it('is marked on the first line of a value of several lines', () => {
    assert.deepEqual(marked('accept:\n  one: 1\n  two: 2\n'), [
      ['one: 1', '`accept` is a list of words or phrases'],
    ]);
  });

  it('is JSON as well as YAML', () => {
    assert.deepEqual(marked('{\n  "rules": { "hegde": "off" }\n}\n'), [
      ['"hegde"', 'There is no rule `hegde`'],
    ]);
  });

  it('may have comments in JSON, and merge keys in YAML', () => {
    const json =
      '{\n  // ours, "not" theirs\n  "accept": ["many // a", "b"], /* and */\n  "rules": { "hedge": "off" },\n}\n';
    const read = parseConfigFile('/w/.purposerc.json', json);
    assert.deepEqual([read.problems, read.layer.accept], [[], ['many // a', 'b']]);
    assert.equal(read.layer.rules.get('hedge')?.severity, 'off');
    const edit = editSettingsFile(json, { accept: 'c' }, true);
    assert.equal(edit && applyEdits(json, [edit]), json.replace('"b"]', '"b", "c"]'));
    const yaml = 'base: &base\n  hedge: off\nrules:\n  <<: *base\n  absolute: off\n';
    const merged = parseConfigFile('/w/.purposerc.yml', yaml);
    assert.equal(merged.layer.rules.get('hedge')?.severity, 'off');
    assert.deepEqual(
      merged.problems.map(({ message }) => /^There is no setting `base`/.test(message)),
      [true],
    );
  });

  it('is unusable if a level cannot be read', () => {
    for (const level of ['warn', 'OFF', 'no', '2'])
      assert.equal(parseConfigFile('/w/.purposerc.yml', `hedge: ${level}\n`).unusable, true, level);
    assert.equal(parseConfigFile('/w/.purposerc.yml', 'hegde: off\n').unusable, undefined);
  });

  it('says so if another one beside it counts', async () => {
    const files = new MemoryFiles({
      '/w/.purposerc.json': '{ "accept": ["many"] }',
      '/w/.purposerc.yaml': 'accept: [various]\n',
      '/w/sub/a.purpose.md': 'We sing.\n',
    });
    const found = await findConfigFile(files, '/w/sub');
    assert.deepEqual([found?.path, found?.layer.accept], ['/w/.purposerc.json', ['many']]);
    assert.deepEqual(
      found?.problems.map(({ path, message }) => [path, message]),
      [
        [
          '/w/.purposerc.yaml',
          'This file is not read, for `.purposerc.json` beside it counts: bring the two together in one.',
        ],
      ],
    );
  });
});
