import assert from 'node:assert/strict';
import { equalTitles } from '../../../src/care/equal-titles';

describe('titles that several purposes have', () => {
  it('are found in any case, and no others', () => {
    const files = ['Kitchen', 'Choir', 'kitchen', 'Bakery', 'KITCHEN'].map((title) => ({ title }));
    assert.deepEqual([...equalTitles(files)], ['kitchen']);
    assert.deepEqual([...equalTitles([])], []);
  });
});
