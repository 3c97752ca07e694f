import assert from 'node:assert/strict';
import { LintSession } from '../../../src/lint/session';

const session = new LintSession();

const suppressions = (text: string): string[] =>
  session
    .lint(text)
    .findings.filter(({ rule }) => rule === 'suppression')
    .map(({ start, message }) => `${start.line}:${start.column} ${message}`);

const quantities = (text: string): string[] =>
  session
    .lint(text)
    .findings.filter(({ rule }) => rule === 'vague-quantity')
    .map((finding) => `${finding.start.line} ${finding.text}`);

const meant = (comment: string): string | undefined =>
  /did you mean `<!-- (.*) -->`/.exec(suppressions(`${comment}\n\nWe mend.\n`)[0] ?? '')?.[1];

describe('a comment on the line of its text', () => {
  const ignore = '<!-- purpose ignore vague-quantity -->';
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['before a paragraph', `${ignore} Many.\n\nVarious.\n`, ['3 Various']],
    ['before a paragraph of two lines', `${ignore} Many.\nSeveral.\n\nVarious.\n`, ['4 Various']],
    ['before an item', `- ${ignore} Many.\n- Various.\n`, ['2 Various']],
    ['before an item of two lines', `- ${ignore} Many\n  and several.\n- Various.\n`, ['3 Various']],
    ['before a quote', `> ${ignore} Many.\n>\n> Various.\n`, ['3 Various']],
    ['before a quote of two lines', `> ${ignore} Many.\r\n> Several.\r\n\r\nVarious.\r\n`, ['4 Various']],
    ['before what looks like an item', `${ignore} * Many.\n\nVarious.\n`, ['3 Various']],
    ['after another comment', `<!-- x --> ${ignore} Many.\n\nVarious.\n`, ['3 Various']],
    ['at the end of a line of HTML', `<!-- x --> Many. ${ignore}\n\nVarious.\n`, ['3 Various']],
    ['within a paragraph of HTML', `<p>Many ${ignore} several.</p>\n<p>Various.</p>\n`, ['2 Various']],
    [
      'before a paragraph of HTML',
      `<div>\n${ignore}\n<p>Many.</p>\n<p>Various.</p>\n</div>\n`,
      ['4 Various'],
    ],
    ['after a closed paragraph of HTML', `<div><p>Many.</p> ${ignore}\n<p>Various.</p></div>\n`, ['1 Many']],
    ['in a quoted item', `> - ${ignore} Many.\n> - Various.\n`, ['2 Various']],
  ];
  for (const [where, text, expected] of cases) {
    it(`silences its text ${where}`, () => {
      assert.deepEqual(quantities(text), expected);
      assert.deepEqual(suppressions(text), []);
    });
  }
});

describe('disable and enable', () => {
  it('can enable one rule while all are disabled', () => {
    const text = (then: string): string =>
      `<!-- purpose disable -->\n\nMany.\n\n<!-- purpose ${then} -->\n\nVarious.\n`;
    assert.deepEqual(quantities(text('enable vague-quantity')), ['7 Various']);
    assert.deepEqual(quantities(text('enable hedge')), []);
    assert.deepEqual(quantities(text('enable')), ['7 Various']);
    assert.deepEqual(
      quantities(`${text('enable vague-quantity')}\n<!-- purpose disable vague-quantity -->\n\nSeveral.\n`),
      ['7 Various'],
    );
  });

  it('asks about an enable of what is not disabled', () => {
    const [nothing, rule] = [
      'This comment has no effect: no comment above it disables a rule.',
      'This comment has no effect: no comment above it disables `hedge`.',
    ];
    assert.deepEqual(suppressions('We mend.\n\n<!-- purpose enable -->\n'), [`3:1 ${nothing}`]);
    assert.deepEqual(suppressions('- We mend. <!-- purpose enable hedge -->\n'), [`1:12 ${rule}`]);
    const stretch = '<!-- purpose disable hedge -->\n\nWe mend.\n\n<!-- purpose enable hedge -->\n';
    assert.deepEqual(suppressions(stretch), []);
    assert.deepEqual(suppressions(`${stretch}\n<!-- purpose enable hedge -->\n`), [`7:1 ${rule}`]);
    assert.deepEqual(suppressions(stretch.replace('enable hedge', 'enable')), []);
    assert.deepEqual(suppressions(stretch.replace('disable hedge', 'disable')), []);
    assert.deepEqual(suppressions(stretch.replace('disable hedge', 'disable absolute')), [`5:1 ${rule}`]);
  });

  it('asks about an ignore that nothing follows, unless it can be for the whole file', () => {
    const text = (comment: string): string => `We mend.\n\n<!-- purpose ignore ${comment}-->\n\n<!-- x -->\n`;
    assert.match(
      suppressions(text('hedge '))[0] ?? '',
      /^3:1 This comment has no effect, because nothing follows/,
    );
    assert.match(suppressions(text(''))[0] ?? '', /nothing follows/);
    assert.deepEqual(suppressions(text('review-overdue ')), []);
    assert.deepEqual(suppressions(text('hedge, review-overdue ')), []);
    assert.deepEqual(suppressions('We mend. <!-- purpose ignore hedge -->\n'), []);
  });

  it('says nothing if the rule is off', () => {
    const off = '---\nlint: { suppression: off }\n---\nWe mend.\n\n<!-- purpose enable -->\n';
    assert.deepEqual(suppressions(off), []);
  });
});

describe('a comment that resembles one for Purpose', () => {
  const RULES = 'vague-quantity';
  for (const [written, expected] of [
    [`purpose ignore-next-line ${RULES}`, `ignore ${RULES}`],
    [`purpose ignore-next ${RULES}`, `ignore ${RULES}`],
    [`purpose ignore_line ${RULES}`, `ignore ${RULES}`],
    [`purpose disable-next-line ${RULES}: known`, `ignore ${RULES}`],
    [`purpose-disable-line ${RULES} -- known`, `ignore ${RULES}`],
    ['purpose ignore-next-line many words', 'ignore'],
    [`purpose ignore-start ${RULES}`, `disable ${RULES}`],
    [`purpose ignore-end ${RULES}`, `enable ${RULES}`],
    ['purpose disable-file', 'disable'],
    [`purpose off ${RULES}`, `disable ${RULES}`],
    ['purpose off', 'disable'],
    [`purpose: on ${RULES}, hedge`, `enable ${RULES}, hedge`],
    [`purpose skip ${RULES}`, `ignore ${RULES}`],
    [`purpose-lint ignore ${RULES}`, `ignore ${RULES}`],
    [`purpose lint disable ${RULES}`, `disable ${RULES}`],
    [`purposelint-disable ${RULES}`, `disable ${RULES}`],
    [`purposeignore ${RULES}`, `ignore ${RULES}`],
    [`purpose-ignore ${RULES} — known`, `ignore ${RULES}`],
    [`purpose_ignore ${RULES} (known)`, `ignore ${RULES}`],
    [`Purpose Ignore ${RULES}`, `ignore ${RULES}`],
    [`purpsoe ignore ${RULES}: known`, `ignore ${RULES}`],
    [`purposes disable ${RULES}`, `disable ${RULES}`],
  ] as const) {
    it(`is named: ${written}`, () => assert.equal(meant(`<!-- ${written} -->`), `purpose ${expected}`));
  }

  for (const written of [
    'purpose:statment',
    'purpose:Statement',
    'PURPOSE:STATEMENT',
    'purpose:statements',
    'purpose-statement',
    'purpose: statement',
    'purpose:statement agreed in May',
  ]) {
    it(`is named: ${written}`, () => assert.equal(meant(`<!-- ${written} -->`), 'purpose:statement'));
  }

  for (const prose of [
    'purpose statement',
    'Purpose: statement',
    'Purpose: statement of the board',
    'purpose:status report',
    'Purpose off the record',
    'purpose on a page',
    'purpose: allow people to cycle',
    'purpose: skip',
    'Purpose: enable readability of our texts',
    'purposeful ignorance',
    'purpose ignorance of hedge',
    'purpose-lint is a tool',
    'purpose lint: see the docs',
    'propose ignore',
    'people ignore hedge',
    'purpose:statement',
  ]) {
    it(`is prose: ${prose}`, () => assert.deepEqual(suppressions(`<!-- ${prose} -->\n\nWe mend.\n`), []));
  }
});

describe('a comment without an end', () => {
  const MESSAGE = 'This comment has no effect, because it does not end: write `-->` after it.';
  for (const [place, text] of [
    ['1:1', '<!-- purpose ignore hedge\n\nWe mend.\n'],
    ['1:1', '<!-- purpose ignore hedge: we mean it ->\n\nWe mend.\n'],
    ['1:1', '<!-- purpose:statement\nWe mend.\n'],
    ['3:3', 'We mend.\n\n- <!-- purpose ignore hedge\n'],
    ['1:10', 'We mend. <!-- purpose ignore hedge\n'],
    ['1:1', '<!— purpose ignore hedge —>\n\nWe mend.\n'],
    ['1:1', '<!- purpose ignore hedge ->\n\nWe mend.\n'],
    ['1:12', '<!-- x --> <!-- purpose-ignore hedge\n\nWe mend.\n'],
  ] as const) {
    it(`is named: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(suppressions(text), [`${place} ${MESSAGE}`]));
  }

  for (const text of [
    '<!-- purpose of this file\n\nWe mend.\n',
    'We write `<!-- purpose ignore hedge` above it.\n',
    'We write \\<!-- purpose ignore hedge above it.\n',
    '```\n<!-- purpose ignore hedge\n```\n',
    'We write <!-- purpose is all --> here.\n',
  ]) {
    it(`is no finding: ${JSON.stringify(text)}`, () => assert.deepEqual(suppressions(text), []));
  }
});
