import assert from 'node:assert/strict';
import { careFindings, copyFindings } from '../../../src/care/care-findings';
import { PurposeDocument } from '../../../src/statement/document';

const NOW = new Date('2026-11-22T12:00:00Z');

const fileWith = (line: string) => PurposeDocument.of(`---\n${line}\n---\n\n> We bake bread.\n`);

describe('care findings', () => {
  it('name the rule, the place, the reason and a question', () => {
    const place = { file: '/w/a.md', root: '/w' };
    const copies = (text: string) =>
      copyFindings(text, { place, resolve: () => ({ plain: 'We bake bread.' }) });
    const found = [
      careFindings(fileWith('review: 2026-11-01'), {}, NOW),
      careFindings(fileWith('review: soon'), {}, NOW),
      careFindings(fileWith('status: ratified\nratified: 2025-11-01 until 2026-10'), {}, NOW),
      careFindings(fileWith('status: ratified\nratified: 2025-11-01 until soon'), {}, NOW),
      copies('<!-- purpose:begin team.purpose.md -->\nold\n<!-- purpose:end -->\n'),
      copies('<!-- purpose:begin team.purpose.md -->\n'),
      careFindings(
        fileWith('serves: x.purpose.md'),
        { serves: { written: 'x.purpose.md', problem: 'There is no purpose file at "x.purpose.md".' } },
        NOW,
      ),
      careFindings(
        fileWith('serves: b.purpose.md'),
        { serves: { written: 'b.purpose.md', loop: ['/a.purpose.md', '/b.purpose.md'] } },
        NOW,
      ),
    ];
    assert.deepEqual(
      found.map((findings) => findings.map(({ rule }) => rule)),
      [
        ['review-overdue'],
        ['review-overdue'],
        ['ratified-expired'],
        ['ratified-expired'],
        ['stale-copy'],
        ['stale-copy'],
        ['broken-link'],
        ['broken-link'],
      ],
    );
    for (const { start, end, message, note, question } of found.flat()) {
      assert.ok(start.offset < end.offset, message);
      assert.match(message, /\.$/);
      assert.match(note ?? '', /\.$/);
      assert.match(question ?? '', /\?|\.$/);
    }
    assert.equal(found[0]?.[0]?.message, 'The review of this purpose was due on 2026-11-01, 21 days ago.');
    assert.equal(found[2]?.[0]?.message, 'The term of this statement ended on 2026-10-31, 22 days ago.');
    assert.equal(found[4]?.[0]?.message, 'This copy differs from the statement in team.purpose.md.');
    assert.match(found[7]?.[0]?.message ?? '', /a → b → a/);
  });

  it('are silent before the review is due', () => {
    assert.deepEqual(careFindings(fileWith('review: 2026-11-22'), {}, NOW), []);
    assert.deepEqual(careFindings(fileWith('review: 2027-01-01'), {}, NOW), []);
  });
});
