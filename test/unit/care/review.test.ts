import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addInterval, type Interval, parseReview, reviewDue } from '../../../src/care/review';

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const iso = (date: Date | undefined) => date?.toISOString().slice(0, 10);

function interval(value: string): string {
  const review = parseReview(value);
  return review.kind === 'interval'
    ? `${review.interval.count} ${review.interval.unit}`
    : JSON.stringify(review);
}

describe('parseReview', () => {
  it('reads dates', () => {
    assert.deepEqual(parseReview('2027-03-31'), { kind: 'date', date: day('2027-03-31') });
    assert.deepEqual(parseReview(' 2028-02-29 '), { kind: 'date', date: day('2028-02-29') });
    assert.deepEqual(parseReview('2027-03-31T09:00:00Z'), { kind: 'date', date: day('2027-03-31') });
    assert.deepEqual(parseReview(new Date('2027-03-31T15:00:00Z')), {
      kind: 'date',
      date: day('2027-03-31'),
    });
  });

  it('reads intervals as people write them', () => {
    const cases: Record<string, string> = {
      'every 3 months': '3 month',
      'Every Month': '1 month',
      monthly: '1 month',
      '2 weeks': '14 day',
      'every two weeks': '14 day',
      'every other week': '14 day',
      'every second year': '24 month',
      'every 90 days': '90 day',
      'each quarter': '3 month',
      'every quarter': '3 month',
      quarterly: '3 month',
      'half-yearly': '6 month',
      'twice a year': '6 month',
      'once a year': '12 month',
      yearly: '12 month',
      annually: '12 month',
      'a fortnight': '14 day',
      '6 MONTHS': '6 month',
      '3months': '3 month',
      'in 1  year': '12 month',
    };
    for (const [text, expected] of Object.entries(cases)) assert.equal(interval(text), expected, text);
  });

  it('says in one sentence what it cannot read', () => {
    const cases: [unknown, RegExp][] = [
      ['2027-02-30', /no 2027-02-30 in the calendar/],
      ['2027-3-1', /not a complete date/],
      ['2027-03', /not a complete date/],
      ['31.3.2027', /not a date or an interval/],
      ['soon', /not a date or an interval/],
      ['every 3', /not a date or an interval/],
      ['every 1.5 months', /not a date or an interval/],
      ['constructor', /not a date or an interval/],
      ['every constructor months', /not a date or an interval/],
      ['biweekly', /can mean/],
      ['bi-monthly', /can mean/],
      ['every 0 days', /no time/],
      ['every 999 years', /more than 100 years/],
      ['', /no date or interval/],
      [90, /"every 90 days"/],
      [null, /no date or interval/],
      [['monthly'], /no date or interval/],
      [new Date(Number.NaN), /no date or interval/],
      ['x'.repeat(10000), /not a date or an interval/],
    ];
    for (const [value, expected] of cases) {
      const review = parseReview(value);
      assert.equal(review.kind, 'problem', String(value));
      assert.match(review.kind === 'problem' ? review.problem : '', expected);
      assert.ok(review.kind === 'problem' && review.problem.length < 250);
    }
  });
});

describe('reviewDue', () => {
  const due = (review: string, cared: string | undefined, now: string) => {
    const found = reviewDue(parseReview(review), cared ? new Date(cared) : undefined, new Date(now));
    return found && [iso(found.due), found.overdueDays];
  };

  it('counts an interval from the last review', () => {
    assert.deepEqual(due('every 3 months', '2026-08-22T15:00:00Z', '2026-11-22T09:00:00Z'), [
      '2026-11-22',
      0,
    ]);
    assert.deepEqual(due('every 3 months', '2026-08-22T15:00:00Z', '2026-11-23T00:00:00Z'), [
      '2026-11-22',
      1,
    ]);
    assert.deepEqual(due('monthly', '2027-01-31T23:59:00Z', '2027-01-31T23:59:30Z'), ['2027-02-28', 0]);
    assert.deepEqual(due('2 weeks', '2026-12-25T00:00:00Z', '2027-02-08T00:00:00Z'), ['2027-01-08', 31]);
    assert.equal(due('monthly', undefined, '2027-01-01T00:00:00Z'), undefined);
    assert.equal(due('soon', '2020-01-01T00:00:00Z', '2027-01-01T00:00:00Z'), undefined);
  });

  it('keeps a date due until a review on that day or later', () => {
    assert.deepEqual(due('2026-11-01', undefined, '2026-11-22T12:00:00Z'), ['2026-11-01', 21]);
    assert.deepEqual(due('2026-11-01', '2026-10-31T12:00:00Z', '2026-11-22T12:00:00Z'), ['2026-11-01', 21]);
    assert.deepEqual(due('2026-11-01', '2026-11-01T12:00:00Z', '2026-11-22T12:00:00Z'), ['2026-11-01', 0]);
    assert.deepEqual(due('2026-12-01', undefined, '2026-11-22T12:00:00Z'), ['2026-12-01', 0]);
  });
});

describe('addInterval', () => {
  const someDay = fc.date({ min: day('0050-01-01'), max: day('3000-01-01'), noInvalidDate: true });
  const someInterval = fc.record<Interval>({
    count: fc.integer({ min: 1, max: 1200 }),
    unit: fc.constantFrom('day', 'month'),
  });

  it('clamps to the end of a shorter month', () => {
    assert.equal(iso(addInterval(day('2027-01-31'), { count: 1, unit: 'month' })), '2027-02-28');
    assert.equal(iso(addInterval(day('2028-01-31'), { count: 1, unit: 'month' })), '2028-02-29');
    assert.equal(iso(addInterval(day('2028-02-29'), { count: 12, unit: 'month' })), '2029-02-28');
    assert.equal(iso(addInterval(day('2026-11-30'), { count: 3, unit: 'month' })), '2027-02-28');
  });

  it('always leads past the base, to midnight', () => {
    fc.assert(
      fc.property(someDay, someInterval, (from, interval) => {
        const due = addInterval(from, interval);
        assert.ok(due > from);
        assert.ok(due.getTime() % 86_400_000 === 0);
      }),
    );
  });

  it('adds months to the month, and keeps the day or the last one of the month', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 1200 }), (from, count) => {
        const due = addInterval(from, { count, unit: 'month' });
        const months = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
        assert.equal(months(due), months(from) + count);
        const tomorrow = new Date(due.getTime() + 86_400_000);
        const isLast = tomorrow.getUTCMonth() !== due.getUTCMonth();
        assert.ok(due.getUTCDate() === from.getUTCDate() || (isLast && due.getUTCDate() < from.getUTCDate()));
      }),
    );
  });

  it('is never late before the due day and late on each day after', () => {
    fc.assert(
      fc.property(someDay, someInterval, fc.integer({ min: -1000, max: 1000 }), (from, interval, days) => {
        const due = addInterval(from, interval);
        const now = new Date(due.getTime() + days * 86_400_000 + 3_600_000);
        assert.equal(reviewDue({ kind: 'interval', interval }, from, now)?.overdueDays, Math.max(0, days));
      }),
    );
  });
});
