import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { checkConfig } from '../../../src/lint/check-config';
import { isVague } from '../../../src/lint/rules';
import { LintSession } from '../../../src/lint/session';
import { editFrontMatter, editSettingsFile, type SettingsChange } from '../../../src/lint/settings-edit';
import { applyEdits } from '../../../src/text/text-edit';

function settings(text: string, wish: SettingsChange, json = false): string | undefined {
  const edit = editSettingsFile(text, wish, json);
  return edit && applyEdits(text, [edit]);
}

function frontMatter(text: string, wish: SettingsChange): string | undefined {
  const edit = editFrontMatter(text, wish);
  return edit && applyEdits(text, [edit]);
}

const accept = (word: string): SettingsChange => ({ accept: word });
const off = (rule: string): SettingsChange => ({ turnOff: rule });

describe('an edit of settings', () => {
  const files: readonly (readonly [string, string, SettingsChange, string])[] = [
    ['an empty file', '', accept('many'), 'accept:\n  - many\n'],
    ['a file of comments', '# ours\n', off('hedge'), '# ours\nrules:\n  hedge: off\n'],
    [
      'a list',
      'accept:\n  - many # yes\n# end\n',
      accept('all of us'),
      'accept:\n  - many # yes\n  - all of us\n# end\n',
    ],
    [
      'a list at the margin',
      'accept:\n- many\nflag: [x]\n',
      accept('few'),
      'accept:\n- many\n- few\nflag: [x]\n',
    ],
    ['a list in brackets', 'accept: [ many ] # so\n', accept('no'), 'accept: [ many, "no" ] # so\n'],
    ['one word', 'accept: many\n', accept('few'), 'accept: [many, few]\n'],
    [
      'a key without value',
      'accept: # later\nflag: [x]\n',
      accept('few'),
      'accept: # later\n  - few\nflag: [x]\n',
    ],
    ['a rule', 'rules:\n  hedge: warning # loud\n', off('hedge'), 'rules:\n  hedge: off # loud\n'],
    [
      'another rule',
      'rules:\n    hedge: warning\n\n# x\n',
      off('absolute'),
      'rules:\n    hedge: warning\n    absolute: off\n\n# x\n',
    ],
    ['a rule at the top', 'hedge: info\n', off('hedge'), 'hedge: off\n'],
    ['CRLF', 'accept:\r\n  - many\r\n', accept('few'), 'accept:\r\n  - many\r\n  - few\r\n'],
    ['no line ending', 'accept:\n  - many', accept('few'), 'accept:\n  - many\n  - few'],
  ];
  for (const [what, text, wish, expected] of files) {
    it(`leaves all else as it is, with ${what}`, () => assert.equal(settings(text, wish), expected));
  }

  const inJson: readonly (readonly [string, SettingsChange, string])[] = [
    ['{}\n', accept('many'), '{ "accept": ["many"] }\n'],
    ['{ "accept": [] }', accept('many'), '{ "accept": ["many"] }'],
    ['{\n  "accept": ["a"]\n}\n', accept('b"c'), '{\n  "accept": ["a", "b\\"c"]\n}\n'],
    ['{\n  "accept": [\n    "a"\n  ]\n}\n', accept('b'), '{\n  "accept": [\n    "a",\n    "b"\n  ]\n}\n'],
    ['{\n  "flag": ["a"]\n}\n', off('hedge'), '{\n  "flag": ["a"],\n  "rules": { "hedge": "off" }\n}\n'],
    ['{ "rules": { "hedge": "info" } }', off('hedge'), '{ "rules": { "hedge": "off" } }'],
  ];
  for (const [text, wish, expected] of inJson) {
    it(`keeps JSON: ${JSON.stringify(text)}`, () => {
      assert.equal(settings(text, wish, true), expected);
      JSON.parse(expected);
    });
  }

  it('keeps the options of a rule that it turns off', () => {
    const text = settings('rules:\n  readability: [warning, { age: 12 }]\n', off('readability')) ?? '';
    const { layer } = checkConfig(parseDocument(text).toJS());
    assert.deepEqual(layer.rules.get('readability'), { severity: 'off', options: { age: 12 } });
  });

  const heads: readonly (readonly [string, string, SettingsChange, string])[] = [
    ['no front matter', 'We sing.\n', accept('many'), '---\nlint:\n  accept:\n    - many\n---\nWe sing.\n'],
    [
      'a mark and CRLF',
      '\uFEFFWe sing.\r\n',
      off('hedge'),
      '\uFEFF---\r\nlint:\r\n  hedge: off\r\n---\r\nWe sing.\r\n',
    ],
    [
      'other keys',
      '---\nkind: team # us\n---\nHi\n',
      off('hedge'),
      '---\nkind: team # us\nlint:\n  hedge: off\n---\nHi\n',
    ],
    [
      'a list',
      '---\nlint:\n  accept: [a]\nkind: x\n---\n',
      accept('b'),
      '---\nlint:\n  accept: [a, b]\nkind: x\n---\n',
    ],
    ['an empty one', '---\n---\nHi\n', off('hedge'), '---\nlint:\n  hedge: off\n---\nHi\n'],
    [
      'a bracketed map',
      '---\nlint: { hedge: info }\n---\n',
      accept('b'),
      '---\nlint: { hedge: info, accept: [b] }\n---\n',
    ],
    [
      'a first rule',
      '---\n\nWe sing.\n',
      accept('b'),
      '---\nlint:\n  accept:\n    - b\n---\n---\n\nWe sing.\n',
    ],
  ];
  for (const [what, text, wish, expected] of heads) {
    it(`goes into front matter, with ${what}`, () => assert.equal(frontMatter(text, wish), expected));
  }

  it('clears an accepted phrase, in any of its forms', () => {
    const text =
      'We strive to provide excellent, world-class solutions to many people everywhere, seeking to empower stakeholders.\n' +
      'Our highest quality services leverage various synergies; all people are always passionate about innovation.\n' +
      'Committed to excellence, it strives for the best where possible. They helped to deliver value-added outcomes.\n';
    const vague = new LintSession().lint(text).findings.filter(({ rule }) => isVague(rule));
    assert.ok(vague.length > 15);
    for (const { text: word, start } of vague) {
      const layer = checkConfig({ accept: [word.toLowerCase()] }).layer;
      const left = new LintSession().lint(text, [layer]).findings;
      assert.ok(!left.some((one) => isVague(one.rule) && one.start.offset === start.offset), word);
    }
  });

  it('is not made if it could break something', () => {
    assert.equal(settings('accept: [', accept('x')), undefined);
    assert.equal(settings('- a\n- b\n', accept('x')), undefined);
    assert.equal(settings('{ "accept": 3, ', accept('x'), true), undefined);
    assert.equal(frontMatter('---\nkind: [\n---\n', accept('x')), undefined);
    assert.equal(frontMatter('---\nkind: team\nWe sing.\n', accept('x')), undefined);
  });

  it('keeps all earlier settings and adds the change, for any word and layout', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
    const before = fc.record(
      {
        accept: fc.array(word, { maxLength: 3 }),
        flag: fc.array(word, { maxLength: 2 }),
        rules: fc.dictionary(
          fc.constantFrom('hedge', 'absolute', 'passive'),
          fc.constantFrom('off', 'info', 'error'),
          { noNullPrototype: true },
        ),
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(
        before,
        word,
        fc.boolean(),
        fc.constantFrom('BLOCK_LITERAL', 'PLAIN'),
        (value, added, json, type) => {
          const text = json
            ? JSON.stringify(value, undefined, 2)
            : stringify(value, { defaultStringType: type as 'PLAIN' });
          const now = settings(text, accept(added), json);
          assert.ok(now !== undefined);
          const data = json ? JSON.parse(now) : parseDocument(now).toJS();
          assert.deepEqual(data, { ...value, accept: [...(value.accept ?? []), added] });
        },
      ),
      { numRuns: 200 },
    );
  });
});
