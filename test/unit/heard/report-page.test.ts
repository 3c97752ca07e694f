import assert from 'node:assert/strict';
import { heardHtml, heardWaitingHtml } from '../../../src/heard/report-page';
import { saidOf, tallyOf } from '../../../src/heard/tally';
import { LintSession } from '../../../src/lint/session';

const { statement, anatomy } = new LintSession().lint(
  '> We mend bikes with teenagers so that they get to work.\n',
);
const said = saidOf(statement?.plain ?? '', anatomy);
const answer = (text: string, name = '') => ({ date: '2026-11-27', name, about: '', text });
const TEXTS = ['We <b>repair</b> bikes.', 'Ana says: work.'];
const answers = TEXTS.map((text) => answer(text, 'Ana Secret'));
const report = {
  title: 'Kitchen',
  path: 'team.purpose.md',
  said,
  rounds: [tallyOf({ name: '2026-11', answers }, said)],
};

describe('the page of what was heard', () => {
  it('counts, and folds what people wrote, without their names and without their markup', () => {
    const html = heardHtml(report, TEXTS);
    assert.match(html, /<h1>What was heard of Kitchen<\/h1>/);
    assert.match(html, /<td dir="auto">1 of 2<\/td>/);
    assert.match(html, /<details><summary>What people wrote \(2\)<\/summary>/);
    assert.ok(!/<details[^>]* open/.test(html));
    assert.ok(html.includes('We &lt;b&gt;repair&lt;/b&gt; bikes.'));
    assert.ok(!html.includes('Ana Secret'));
    assert.match(html, /default-src 'none'/);
  });

  it('has counts only if no texts are given, and texts only if nothing can be compared', () => {
    assert.ok(!heardHtml(report).includes('<details'));
    const uncounted = heardHtml({ ...report, rounds: [] }, TEXTS);
    assert.ok(uncounted.includes('<details') && !uncounted.includes('<table'));
    assert.match(uncounted, /compares words in English only/);
  });

  it('shows neither the statement nor an answer before one is written', () => {
    const html = heardWaitingHtml('Kitchen', 2);
    assert.match(html, /2 people have answered/);
    assert.ok(!html.includes('mend') && !html.includes('repair'));
  });
});
