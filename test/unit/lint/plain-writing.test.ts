import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsIn } from './vague-findings';

const FOLDER = 'test/fixtures/plain';

describe('plain good writing', () => {
  const files = readdirSync(FOLDER);

  it('comes from ten kinds of people', () => {
    assert.equal(files.length, 10);
  });

  for (const file of files) {
    it(`is left alone: ${file}`, () => {
      const text = readFileSync(join(FOLDER, file), 'utf8').replace(/^[#>] ?/gm, '');
      const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
      const found = findingsIn(text);
      assert.ok(words.length > 80, `${words.length} words`);
      assert.ok(found.length <= words.length / 100, `${words.length} words: ${found.join('; ')}`);
    });
  }
});
