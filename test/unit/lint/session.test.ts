import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkConfig } from '../../../src/lint/check-config';
import { resolveConfig } from '../../../src/lint/config';
import type { LintResult } from '../../../src/lint/lint-result';
import { rules } from '../../../src/lint/rules';
import { LintSession } from '../../../src/lint/session';
import { PurposeDocument } from '../../../src/statement/document';
import { markdown } from '../support/markdown';

const session = new LintSession();

function found(text: string, settings: unknown = {}): string[] {
  return new LintSession()
    .lint(text, [checkConfig(settings).layer])
    .findings.map(({ rule, text: at }) => `${rule}: ${at}`);
}

/** Only findings on vague quantities, which the cases below use. */
function quantities(text: string, scope = 'statement'): string[] {
  return quantitiesOf(session.lint(text, [checkConfig({ scope }).layer]));
}

function quantitiesOf({ findings }: LintResult): string[] {
  return findings
    .filter(({ rule }) => rule === 'vague-quantity')
    .map(({ text: at, start }) => `${start.line} ${at}`);
}

describe('LintSession', () => {
  it('places every finding exactly on its text, in any Markdown', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { findings } = session.lint(text);
        let before = 0;
        for (const { start, end, text: at } of findings) {
          assert.equal(text.slice(start.offset, end.offset), at);
          assert.ok(start.offset >= before, 'findings are in order');
          before = start.offset;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds the same in an edited document as in a newly parsed one', () => {
    const insert = fc.constantFrom(
      'many ',
      '\n\n',
      '<!-- purpose disable -->\n',
      'x',
      '```\n',
      '# Purpose\n\n',
      '> ',
    );
    fc.assert(
      fc.property(markdown, fc.nat(), insert, (text, at, inserted) => {
        const offset = at % (text.length + 1);
        const edited = PurposeDocument.of(text).edited([{ offset, length: 0, text: inserted }]);
        assert.deepEqual(session.lint(edited).findings, new LintSession().lint(edited.text).findings);
      }),
      { numRuns: 300 },
    );
  });

  it('finds at a place what touches it, among all that is found', () => {
    fc.assert(
      fc.property(markdown, fc.nat(), fc.nat(40), (text, at, length) => {
        const start = at % (text.length + 1);
        const end = Math.min(text.length, start + length);
        const result = session.lint(text);
        assert.deepEqual(
          result.findingsAt({ start, end }),
          result.findings.filter((one) => one.start.offset <= end && one.end.offset >= start),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('analyses only the blocks that an edit touched', () => {
    const document = PurposeDocument.of('We mend bicycles.\n\nMany people.\n\nMore text.\n');
    const before = session.lint(document).analyses.blocks;
    const after = session.lint(document.edited([{ offset: 22, length: 0, text: 'x' }])).analyses.blocks;
    assert.deepEqual(
      after.map((analysis) => before.includes(analysis)),
      [true, false, true],
    );
  });

  it('names what is missing in the order who, what, change', () => {
    assert.deepEqual(
      found('## Purpose\n\nExcellence.\n').filter((it) => it.startsWith('missing')),
      ['missing-who: Excellence', 'missing-what: Excellence', 'missing-change: Excellence'],
    );
  });

  it('reads no paragraph in another language as English', () => {
    const french = 'Ce site utilise des cookies et des données pour les usagers.';
    assert.deepEqual(
      found(`We mend bicycles for commuters.\n\n${french}\n\nWe utilise tools.\n`).filter((it) =>
        it.startsWith('simplify'),
      ),
      ['simplify: utilise'],
    );
    const own = 'lint:\n  rules:\n    buzzword: [warning, {flag: [cookies]}]';
    const flagged = (head: string) =>
      found(`---\n${head}\n---\nWe mend bicycles for commuters.\n\n${french}\n`).filter((it) =>
        /^(?:simplify|buzzword)/.test(it),
      );
    assert.deepEqual(flagged(own), ['buzzword: cookies'], 'a word of your own');
    assert.deepEqual(flagged(`lang: en\n${own}`), ['simplify: utilise', 'buzzword: cookies'], 'declared');
  });

  it('names a file without statement, an open blank and broken front matter', () => {
    assert.deepEqual(found('# Crew\n'), ['missing-statement: # Crew']);
    assert.deepEqual(found(''), ['missing-statement: ']);
    assert.deepEqual(found('---\ntitle: Crew\n---\n# Crew\n'), ['missing-statement: # Crew']);
    // A site generator shows it from there, or the page is only a signpost.
    const front = '---\nsections:\n  - text: We mend bicycles for people in Leith, free of charge.\n---\n';
    assert.deepEqual(found(front), []);
    assert.deepEqual(found('# Crew\n\n- This page has moved to [the wiki](https://example.org).\n'), []);
    assert.ok(found('We mend {{what?}} for commuters.\n').includes('unfilled-placeholder: {{what?}}'));
    assert.ok(found('We mend bicycles. TODO: whose?\n').includes('unfilled-placeholder: TODO'));
    assert.ok(found('---\nkind: [\n---\nWe mend bicycles.\n').some((it) => it.startsWith('front-matter')));
  });

  it('leaves code, addresses, comments and blanks alone', () => {
    const text =
      'We mend bicycles.\n\n`many` <https://x.org/many> https://x.org/various {{how many?}} <!-- many -->\n\n```\nmany\n```\n\n    many\n';
    assert.deepEqual(quantities(text), []);
  });

  it('looks into headings, lists, quotes and tables, and links', () => {
    const text =
      '# Many things\n\n- various\n\n  > several\n\n| many | [various][1] |\n| --- | --- |\n\n[1]: x\n';
    assert.deepEqual(quantities(text, 'file'), ['1 Many', '3 various', '5 several', '7 many', '7 various']);
  });

  it('keeps the findings of all other blocks when one block is giant or hostile', () => {
    const text = `Many tools.\n\n${'many '.repeat(20_000)}\n\n${'['.repeat(2000)}\n\nVarious tools.\n`;
    const result = session.lint(text, [checkConfig({ scope: 'file' }).layer]);
    assert.equal(result.failures.length, 0);
    const at = quantitiesOf(result);
    assert.equal(at[0], '1 Many');
    assert.equal(at.at(-1), '7 Various');
    assert.ok(at.length > 10_000);
  });

  it('takes no chain of letters for a word, and no time over it', () => {
    for (const chain of ['a-', '1.', 'a@', '_a_', 'x/']) {
      const text = `We mend many tools.\n\n${chain.repeat(8000)}\n\nWe lend various tools.\n`;
      assert.deepEqual(quantities(text), ['1 many', '5 various'], chain);
    }
  });

  it('names a block that cannot be parsed, and reads the others', () => {
    const text = `Many tools.\n\n${'- '.repeat(5000)}x\n\nVarious tools.\n`;
    const { failures, findings } = session.lint(text);
    assert.deepEqual(failures, []);
    const named = findings.filter(({ rule }) => rule === 'unreadable-block');
    assert.deepEqual(
      named.map(({ start, message }) => [start.line, message]),
      [
        [
          3,
          "Purpose can't read this block: it is more than a hundred levels deep. Nothing in it was checked.",
        ],
      ],
    );
    assert.deepEqual(quantities(text), ['1 Many', '5 Various']);
  });

  it('counts vague words of the statement per 100 words', () => {
    const { figures } = session.lint('We mend many bicycles.\n\nMany many many.\n');
    assert.deepEqual([figures.words, figures.sentences, figures.vaguePer100], [4, 1, 25]);
    assert.equal(session.lint('').figures.words, 0);
  });

  it('does not ask about a part that is an open blank', () => {
    assert.deepEqual(
      found('{{What you do}} so that {{what changes}}.\n').filter((it) => it.startsWith('missing')),
      [],
    );
  });
});

describe('a statement in another language', () => {
  const german =
    'Wir reparieren viele Fahrräder für die Menschen in Leith, damit sie mit dem Rad zur Arbeit kommen.\n';

  it('gets structure rules only, and no English figures', () => {
    const { findings, language, anatomy, figures } = session.lint(`${german}\nMany TODO.\n`);
    assert.deepEqual([language.lang, language.english], ['de', false]);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['unfilled-placeholder'],
    );
    assert.deepEqual(anatomy, {});
    assert.deepEqual([figures.words > 10, figures.grade, figures.vaguePer100], [true, 0, 0]);
  });

  it('is what front matter declares', () => {
    assert.deepEqual(quantities('---\nlang: fr\n---\nMany tools.\n'), []);
    assert.deepEqual(quantities(`---\nlang: en\n---\n${german}\nMany tools.\n`), ['6 Many']);
  });
});

describe('suppression', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'the next block',
      '<!-- purpose ignore vague-quantity: we mean it -->\n\nMany.\n\nVarious.\n',
      ['5 Various'],
    ],
    ['the block right below', '<!-- purpose ignore -->\nMany.\n\nVarious.\n', ['4 Various']],
    [
      'the whole paragraph that contains it',
      'Many <!-- purpose ignore vague-quantity --> various.\n\nSeveral.\n',
      ['3 Several'],
    ],
    ['an item', '- <!-- purpose ignore vague-quantity -->\n  many\n- various\n', ['3 various']],
    ['a cell', '| many <!-- purpose ignore vague-quantity --> | various |\n| --- | --- |\n', ['1 various']],
    ['a quoted block', '> <!-- purpose ignore vague-quantity -->\n>\n> many\n>\n> various\n', ['5 various']],
    ['another rule only', '<!-- purpose ignore hedge -->\n\nMany.\n', ['3 Many']],
    [
      'a stretch',
      '<!-- purpose disable vague-quantity -->\n\nMany.\n\nMany.\n\n<!-- purpose enable vague-quantity -->\n\nVarious.\n',
      ['9 Various'],
    ],
    ['everything from here', '<!-- purpose disable -->\n\nMany.\n\nMany.\n', []],
    [
      'what follows other comments and a rule',
      '<!-- purpose ignore vague-quantity -->\n<!-- prettier-ignore -->\n\n<!-- markdownlint-disable -->\n\n---\n\nMany.\n\nVarious.\n',
      ['10 Various'],
    ],
    [
      'a quoted paragraph behind another comment',
      '> <!-- purpose ignore vague-quantity -->\n>\n> <!-- x -->\n>\n> many\n>\n> various\n',
      ['7 various'],
    ],
    ['several rules', '<!-- purpose ignore hedge, vague-quantity: both -->\n\nMany.\n', []],
  ];
  for (const [what, text, expected] of cases) {
    it(`silences ${what}`, () => assert.deepEqual(quantities(text), expected));
  }

  it('names a comment that cannot be carried out, and a rule that does not exist', () => {
    const messages = (text: string) =>
      session
        .lint(text)
        .findings.filter(({ rule }) => rule === 'suppression')
        .map(({ message }) => message);
    assert.match(
      messages('<!-- purpose ignor hedge -->\n\nWe mend.\n')[0] ?? '',
      /did you mean `<!-- purpose ignore hedge -->`/,
    );
    assert.match(messages('<!-- purpose ignore hege -->\n\nWe mend.\n')[0] ?? '', /did you mean `hedge`/);
    assert.match(
      messages('<!-- purpose ignore hedge we mean it -->\n\nWe mend.\n')[0] ?? '',
      /after a colon/,
    );
    assert.deepEqual(
      messages('<!-- purpose:begin a.purpose.md -->\n\nWe mend.\n\n<!-- purpose:end -->\n'),
      [],
    );
    assert.deepEqual(messages('<!-- purposeful -->\n\nWe mend.\n'), []);
  });

  it('reports a mistyped comment, and accepts prose', () => {
    const messages = (comment: string) =>
      session
        .lint(`${comment}\n\nWe mend.\n`)
        .findings.filter(({ rule }) => rule === 'suppression')
        .map(({ message }) => message);
    for (const comment of [
      '<!-- purpose-ignore hedge -->',
      '<!-- purpose_ignore hedge -->',
      '<!-- PURPOSE IGNORE hedge -->',
      '<!-- purpose: ignore hedge -->',
      '<!-- Purpose ignored hedge: we mean it -->',
    ]) {
      assert.deepEqual(messages(comment), [
        'This comment is not carried out; did you mean `<!-- purpose ignore hedge -->`?',
      ]);
    }
    for (const prose of [
      '<!-- purpose: why we exist -->',
      '<!-- purpose of this file -->',
      '<!-- purpose -->',
      '<!-- Purpose enabled by our members -->',
      '<!-- purpose:begin a.purpose.md -->',
      '<!-- purpose:statement -->',
    ]) {
      assert.deepEqual(messages(prose), []);
    }
  });
});

describe('config', () => {
  it('turns rules off, changes their severity and passes options on', () => {
    assert.deepEqual(
      found('Many tools.', { rules: { 'vague-quantity': 'off' } }).filter((it) => it.includes('quantity')),
      [],
    );
    const { layer } = checkConfig({ rules: { 'vague-quantity': ['error', { accept: ['several'] }] } });
    const { findings } = new LintSession().lint('Many tools, several rules.', [layer]);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'vague-quantity').map(({ severity, text }) => [severity, text]),
      [['error', 'Many']],
    );
  });

  it('accepts and flags own words in any layer', () => {
    assert.ok(!found('Many tools.', { accept: ['many'] }).includes('vague-quantity: Many'));
    assert.ok(found('We hire ninjas.', { flag: ['ninja'] }).includes('buzzword: ninjas'));
  });

  it('lays higher layers over lower ones, rule by rule', () => {
    const lower = checkConfig({
      rules: { hedge: 'error', absolute: ['warning', { accept: ['all'] }] },
      accept: ['a'],
    });
    const upper = checkConfig({ hedge: false, absolute: 'info', accept: 'b' });
    assert.deepEqual([...lower.problems, ...upper.problems], []);
    const { rules: set } = resolveConfig(lower.layer, upper.layer);
    assert.equal(set.get('hedge')?.severity, 'off');
    assert.deepEqual(set.get('absolute'), {
      severity: 'info',
      options: { accept: ['all', 'a', 'b'], flag: [] },
    });
  });

  it('names each wrong value by its path, and uses the others', () => {
    const { layer, problems } = checkConfig({
      rules: { hege: 'off', hedge: 'loud', absolute: 'off' },
      accpt: [],
      accept: [1, 'x'],
    });
    assert.deepEqual(
      problems.map(({ path }) => path.join('.')),
      ['accpt', 'rules.hege', 'rules.hedge', 'accept.0'],
    );
    assert.match(problems[1]?.message ?? '', /did you mean `hedge`/);
    assert.equal(layer.rules.get('absolute')?.severity, 'off');
    assert.deepEqual(layer.accept, ['x']);
    for (const value of [1, 'x', [], { rules: [] }, { rules: { hedge: ['off', 3] } }]) {
      assert.equal(checkConfig(value).problems.length, 1, JSON.stringify(value));
    }
  });

  it('sets the severity of every rule', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { id } of rules) assert.ok(resolveConfig().rules.has(id));
  });
});
