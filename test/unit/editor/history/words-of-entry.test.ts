import assert from 'node:assert/strict';
import { wordsOf } from '../../../../src/editor/history/words-of-entry';

describe('the words of an entry that could not be recorded', () => {
  it('are the note and each answer', () => {
    assert.equal(
      wordsOf({ type: 'reaffirm', note: 'It holds.', answers: { missed: 'The night shift' } }),
      '# Not recorded\n\nIt holds.\n\n## Who would miss us\n\nThe night shift\n',
    );
    assert.equal(wordsOf({ type: 'note', fit: 'fits', note: ' ' }), '');
  });
});
