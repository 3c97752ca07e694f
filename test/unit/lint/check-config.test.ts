import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkConfig } from '../../../src/lint/check-config';
import { rules } from '../../../src/lint/rules';
import { LintSession } from '../../../src/lint/session';

function problems(value: unknown): readonly (readonly [string, string])[] {
  return checkConfig(value).problems.map(({ path, message }) => [path.join('.'), message]);
}

describe('settings', () => {
  it('report a wrong option, and use the others', () => {
    const { layer, problems: found } = checkConfig({
      rules: { readability: ['warning', { age: 'old', minWord: 3, threshold: 0.5 }] },
    });
    assert.deepEqual(layer.rules.get('readability'), { severity: 'warning', options: { threshold: 0.5 } });
    assert.deepEqual(
      found.map(({ path, key, message }) => [path.join('.'), key ?? false, message]),
      [
        ['rules.readability.1.age', false, '`age` of `readability` is a number from 0 on.'],
        [
          'rules.readability.1.minWord',
          true,
          '`readability` has no option `minWord`; did you mean `minWords`?',
        ],
      ],
    );
  });

  it('may be empty, and name a key without a space after its colon', () => {
    assert.deepEqual(problems({ rules: null, accept: null, flag: null, scope: null }), []);
    const message = 'A space is missing after a colon: write `hedge: "off"`.';
    assert.deepEqual(problems({ rules: { 'hedge:"off"': null } }), [['rules.hedge:"off"', message]]);
    assert.deepEqual(problems({ 'hedge:"off"': null }), [['hedge:"off"', message]]);
  });

  it('know the bounds of a number, and which rules have no options', () => {
    assert.deepEqual(
      problems({
        readability: ['info', { threshold: 2 }],
        'statement-length': ['info', { words: -1 }],
        hedge: ['info', { accept: ['try', 3] }],
        'missing-who': ['info', { words: 3 }],
        passive: ['info', { constructor: 3 }],
      }),
      [
        ['readability.1.threshold', '`threshold` of `readability` is a number from 0 to 1.'],
        ['statement-length.1.words', '`words` of `statement-length` is a number from 0 on.'],
        ['hedge.1.accept', '`accept` of `hedge` is a list of words or phrases.'],
        ['missing-who.1.words', '`missing-who` has no options.'],
        ['passive.1.constructor', '`passive` has no option `constructor`; there are accept.'],
      ],
    );
  });

  it('take one word for a list of one', () => {
    const { layer, problems: found } = checkConfig({ hedge: ['info', { accept: 'try' }] });
    assert.deepEqual([found, layer.rules.get('hedge')?.options], [[], { accept: ['try'] }]);
  });

  it('never stop a rule from running, for any settings', () => {
    const ids = rules.map(({ id }) => id);
    const setting = fc.oneof(
      fc.constantFrom('off', 'info', 'warning', 'error', false),
      fc.tuple(fc.constantFrom('info', null), fc.anything()),
      fc.tuple(
        fc.constant('info'),
        fc.dictionary(
          fc.constantFrom('accept', 'flag', 'age', 'threshold', 'minWords', 'words', 'sentences'),
          fc.anything(),
        ),
      ),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), setting), fc.anything(), (own, accept) => {
        const { layer } = checkConfig({ rules: own, accept });
        const { failures } = new LintSession().lint('We try to help many, many people sing.\n', [layer]);
        assert.deepEqual(failures, []);
      }),
      { numRuns: 60 },
    );
  });
});
