import assert from 'node:assert/strict';
import { TOPICS } from '../../../src/lint/lexicon';
import { indexOf, lexicon } from '../../../src/lint/vagueness/lexicon';

/** With a hyphen in the next word, no entry can be ruled out. */
const ANYTHING = 'any-thing';

describe('EntryIndex', () => {
  const index = lexicon();
  const words = 'the a in of we to is and make first world best every community quality'.split(' ');

  it('leaves out only what the next word rules out, and keeps the order', () => {
    let left = 0;
    for (const word of words) {
      const all = index.at(word, ANYTHING);
      for (const next of [...words, 'xyz', undefined]) {
        const tried = index.at(word, next);
        left += all.length - tried.length;
        const possible = all.filter(({ phrase: { from } }) => {
          const second = from[1];
          return !second?.words || second.optional || second.words.has(next ?? '');
        });
        const isLong = all.length > tried.length;
        assert.deepEqual(tried, isLong ? possible : all, `${word} ${next}`);
      }
    }
    assert.ok(left > 100, `${left} tries were spared`);
  });

  it('has the keys of its phrases, computed by the build', () => {
    assert.deepEqual(index.keys, indexOf(TOPICS).keys);
    assert.ok(index.keys.size > 1000);
  });

  it('finds the phrases of a word with a hyphen under its start and its end, too', () => {
    const written = (word: string) => index.at(word, undefined).map((entry) => entry.written);
    assert.ok(written('world-class').length > 0);
    assert.deepEqual(written('xyz-abc'), []);
  });
});
