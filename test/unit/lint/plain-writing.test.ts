import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ParseEnglish } from 'parse-english';
import { findAnatomy } from '../../../src/statement/anatomy';
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

  const purposes = readFileSync('test/fixtures/plain-purposes.txt', 'utf8').trim().split('\n');

  it('is left alone: purposes of one or two sentences, of people of all kinds', () => {
    const words = purposes.join(' ').split(/\s+/).length;
    const found = purposes.flatMap((purpose) => findingsIn(purpose));
    assert.ok(purposes.length > 30 && words > 500, `${purposes.length} purposes, ${words} words`);
    assert.ok(found.length <= words / 200, `${words} words: ${found.join('; ')}`);
  });

  it('says what is done, with verbs that no list has', () => {
    const parser = new ParseEnglish();
    const without = purposes.filter((purpose) => !findAnatomy(parser.parse(purpose)).what);
    assert.deepEqual(without, []);
  });
});
