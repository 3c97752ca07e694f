import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPurposePath } from '../../../src/files/purpose-name';
import { readFileName, suggestedFileName } from '../../../src/templates/file-name';

function pathOf(typed: string): string {
  const read = readFileName(typed);
  return 'path' in read ? read.path : `problem: ${read.problem}`;
}

describe('the name of a new purpose file', () => {
  it('gets the suffix if it is missing, and keeps folders', () => {
    assert.equal(pathOf('team'), 'team.purpose.md');
    assert.equal(pathOf(' team.md '), 'team.purpose.md');
    assert.equal(pathOf('team.purpose'), 'team.purpose.md');
    assert.equal(pathOf('teams\\harbour'), 'teams/harbour.purpose.md');
    assert.equal(pathOf('Team.PURPOSE.md'), 'Team.PURPOSE.md');
    assert.equal(pathOf('v1.2 plan'), 'v1.2 plan.purpose.md');
  });

  for (const typed of [
    '',
    ' ',
    'a/',
    '/a',
    'C:/a',
    '../a',
    'a//b',
    'a?',
    'nul',
    'a/con.x',
    'end.',
    '.purpose.md',
    '\u0007',
  ])
    it(`is asked for again: ${JSON.stringify(typed)}`, () => {
      assert.ok('problem' in readFileName(typed), pathOf(typed));
    });

  it('is too long for a file at 256 bytes', () => {
    assert.ok('path' in readFileName('é'.repeat(122)));
    assert.ok('problem' in readFileName('é'.repeat(123)));
  });

  it('is suggested from any title, and the suggestion can be used', () => {
    assert.equal(suggestedFileName('The Harbour’s night-watch!'), 'the-harbours-night-watch');
    assert.equal(suggestedFileName('{{title}}'), 'team');
    assert.equal(suggestedFileName('町の会'), '町の会');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (title) => {
        const read = readFileName(suggestedFileName(title));
        assert.ok('path' in read && isPurposePath(read.path), JSON.stringify(read));
      }),
      { numRuns: 300 },
    );
  });
});
