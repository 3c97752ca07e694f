import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../../src/lint/finding';
import { fixAll, fixesFor, isSafe } from '../../../src/lint/fixes';
import type { RuleId } from '../../../src/lint/rules';
import { LintSession } from '../../../src/lint/session';
import { applyEdits } from '../../../src/statement/text-edit';
import { markdown } from '../support/markdown';

const session = new LintSession();

/** A finding on the first occurrence of `word`, as a rule would report it. */
function on(text: string, word: string, suggestions: string[], rule: RuleId = 'vague-degree'): Finding {
  const offset = text.indexOf(word);
  assert.ok(offset >= 0, `“${word}” stands in the text`);
  const at = (place: number) => ({ line: 1, column: place + 1, offset: place });
  return {
    rule,
    severity: 'info',
    message: '',
    url: '',
    text: word,
    suggestions,
    start: at(offset),
    end: at(offset + word.length),
  };
}

function fixed(text: string, word: string, suggestions: string[], rule?: RuleId): string[] {
  return fixesFor(on(text, word, suggestions, rule), text).map(({ edits }) => applyEdits(text, edits));
}

describe('fixes', () => {
  it('replace in the case that stands there, and put the article right', () => {
    assert.deepEqual(fixed('Utilize a bus.', 'Utilize', ['use']), ['Use a bus.']);
    assert.deepEqual(fixed('UTILIZE A BUS.', 'UTILIZE', ['use']), ['USE A BUS.']);
    assert.deepEqual(fixed('It is a utilization.', 'utilization', ['action', 'use']), [
      'It is an action.',
      'It is a use.',
    ]);
    assert.deepEqual(fixed('An endeavour of ours.', 'endeavour', ['try']), ['A try of ours.']);
    assert.deepEqual(fixed('America endeavours.', 'endeavours', ['tries']), ['America tries.']);
  });

  const removals: readonly (readonly [string, string, string])[] = [
    ['We cook excellent food.', 'excellent', 'We cook food.'],
    ['Excellent food for all of Leith.', 'Excellent', 'Food for all of Leith.'],
    ['It is an excellent meal.', 'excellent', 'It is a meal.'],
    ['A superb idea.', 'superb', 'An idea.'],
    ['We cook excellent and cheap food.', 'excellent', 'We cook cheap food.'],
    ['We cook cheap and excellent food.', 'excellent', 'We cook cheap food.'],
    ['We cook excellent, cheap food.', 'excellent', 'We cook cheap food.'],
    ['Our food is cheap and excellent.', 'excellent', 'Our food is cheap.'],
    ['We truly mend bicycles.', 'truly', 'We mend bicycles.'],
    ['We mend bicycles where possible.', 'where possible', 'We mend bicycles.'],
    ['Where possible, we mend bicycles.', 'Where possible', 'We mend bicycles.'],
    ['We mend, where possible, bicycles.', 'where possible', 'We mend bicycles.'],
    ['We strive to mend bicycles.', 'strive to', 'We mend bicycles.'],
    ['Strive to mend bicycles.', 'Strive to', 'Mend bicycles.'],
    ['The crew strives to mend bicycles.', 'strives to', 'The crew mends bicycles.'],
    ['We are striving to mend bicycles.', 'striving to', 'We mend bicycles.'],
    ['The crew is striving to teach.', 'striving to', 'The crew teaches.'],
    ['We are committed to mending bicycles.', 'committed to', 'We are mending bicycles.'],
    ['We are proud to mend bicycles.', 'are proud to', 'We mend bicycles.'],
    ['It helps run the hall.', 'helps', 'It runs the hall.'],
    ['They may mend bicycles.', 'may', 'They mend bicycles.'],
    ['The group may mend bicycles.', 'may', 'The group mends bicycles.'],
  ];
  for (const [text, word, expected] of removals) {
    it(`remove “${word}” from “${text}”`, () => assert.deepEqual(fixed(text, word, ['']), [expected]));
  }

  const kept: readonly (readonly [string, string])[] = [
    ['Our food is excellent.', 'excellent'],
    ['Our cooks are excellent at baking.', 'excellent'],
    ['We cook **excellent** food.', 'excellent'],
    ['We cook an excellent-looking cake.', 'excellent'],
    ['We cook the most excellent food.', 'excellent'],
    ['We cook really excellent food.', 'excellent'],
    ['We cook cheap, fast and excellent.', 'excellent'],
    ['We strive for peace.', 'strive for'],
    ['We are committed to peace.', 'committed to'],
    ['By striving to mend bicycles we learn.', 'striving to'],
    ['The crew strove to mend bicycles.', 'strove to'],
    ['We strive to\nmend bicycles.', 'strive to'],
  ];
  for (const [text, word] of kept) {
    it(`do not offer to remove “${word}” from “${text.replace('\n', '\\n')}”`, () =>
      assert.deepEqual(fixed(text, word, ['']), []));
  }

  it('are safe for a doubled word and for a long word with one short one', () => {
    const { findings } = session.lint(
      'We utilize the the hall and leverage excellent, aforementioned tools.\n',
    );
    assert.deepEqual(
      findings.filter(isSafe).map(({ rule, text }) => `${rule}: ${text}`),
      ['simplify: utilize', 'repeated-words: the the'],
    );
  });

  it('all at once leave every other character as it is', () => {
    const text = 'We utilize tools and\r\nutilise them in a utilization.\r\n';
    const found = session.lint(text).findings.filter(({ rule }) => rule === 'simplify');
    assert.equal(applyEdits(text, fixAll(found, text)), 'We use tools and\r\nuse them in a use.\r\n');
  });

  it('never overlap, and stay within the line of their finding, in any Markdown', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const words = text.replaceAll('hard', 'an excellent, utilized');
        const findings = session.lint(words).findings.filter(({ text: at }) => !/[\r\n]/.test(at));
        let end = -1;
        for (const { offset, length } of fixAll(findings, words)) {
          assert.ok(offset > end);
          end = offset + length;
          assert.doesNotMatch(words.slice(offset, end), /[\r\n]/);
        }
      }),
      { numRuns: 120 },
    );
  });
});
