import assert from 'node:assert/strict';
import {
  brokenCopy,
  brokenServes,
  reviewOverdue,
  servesLoop,
  staleCopy,
  unreadableReview,
} from '../../../src/care/findings';

const range = { start: { line: 3, column: 9, offset: 30 }, end: { line: 3, column: 20, offset: 41 } };

describe('care findings', () => {
  it('name the rule, the place, the reason and a question', () => {
    const findings = [
      reviewOverdue({ due: new Date('2026-11-01T00:00:00Z'), overdueDays: 21 }, range),
      unreadableReview('"soon" is no date.', range),
      staleCopy('team.purpose.md', range),
      brokenCopy('This copy has no end.', range),
      brokenServes('There is no purpose file at "x.purpose.md".', range),
      servesLoop(['/a.purpose.md', '/b.purpose.md'], range),
    ];
    assert.deepEqual(
      findings.map((finding) => finding?.rule),
      ['review-overdue', 'review-overdue', 'stale-copy', 'stale-copy', 'broken-link', 'broken-link'],
    );
    for (const finding of findings) {
      assert.deepEqual({ start: finding?.start, end: finding?.end }, range);
      assert.match(finding?.message ?? '', /\.$/);
      assert.match(finding?.note ?? '', /\.$/);
      assert.match(finding?.question ?? '', /\?/);
    }
    assert.equal(findings[0]?.message, 'The review of this purpose was due on 2026-11-01, 21 days ago.');
    assert.match(findings[5]?.message ?? '', /a → b → a/);
  });

  it('is silent before the review is due', () => {
    assert.equal(reviewOverdue({ due: new Date(), overdueDays: 0 }, range), undefined);
  });
});
