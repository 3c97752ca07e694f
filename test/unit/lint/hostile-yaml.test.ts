import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseConfigFile } from '../../../src/lint/config-file';
import { editFrontMatter, editSettingsFile } from '../../../src/lint/settings-edit';
import { editYaml } from '../../../src/lint/yaml-edit';
import { parsePurpose } from '../../../src/statement/document';

const ten = (one: string) => `[${Array.from({ length: 10 }, () => one).join(',')}]`;
const BOMB = `a0: &a0 ${ten('x')}\na1: &a1 ${ten('*a0')}\na2: &a2 ${ten('*a1')}\naccept: *a2\n`;
const DEEP = '['.repeat(20_000);

describe('hostile YAML', () => {
  for (const [name, yaml, line, told] of [
    ['a bomb', BOMB, 2, /aliases repeat too much/],
    ['an unknown alias', 'rules:\n  hedge: off\naccept: [*x]\n', 3, /no anchor `&x`/],
    ['a cyclic alias', 'flag: &a\n  - *a\n', 2, /inside its own anchor/],
    ['brackets without end', DEEP, 1, /nested too deeply|not valid/],
    ['dashes without end', `accept: ${'- '.repeat(20_000)}`, 1, /nested too deeply|not valid/],
  ] as const) {
    it(`in settings, ${name} is a problem at its line`, () => {
      const { problems, unusable } = parseConfigFile('/w/.purposerc.yml', yaml);
      assert.equal(unusable, true);
      assert.deepEqual(
        [problems.length, problems[0]?.path, problems[0]?.line],
        [1, '/w/.purposerc.yml', line],
      );
      assert.match(problems[0]?.message ?? '', told);
    });

    it(`in front matter, ${name} is a problem, and the rest is read`, () => {
      const { frontMatter, statement } = parsePurpose(
        `---\nlint:\n${yaml.replace(/^(?=.)/gm, '  ')}\n---\n\nWe mend nets.\n`,
      );
      assert.equal(frontMatter.problems.length, 1);
      assert.match(frontMatter.problems[0]?.message ?? '', told);
      assert.equal(statement?.text, 'We mend nets.');
    });

    it(`to edit, ${name} is left alone`, () => {
      assert.equal(editSettingsFile(yaml, { accept: 'nets' }, false), undefined);
      assert.equal(editSettingsFile(yaml, { turnOff: 'hedge' }, true), undefined);
      assert.equal(editFrontMatter(`---\n${yaml}\n---\n\nWe mend nets.\n`, { accept: 'nets' }), undefined);
    });
  }

  it('never makes the reader or the editor of settings throw', () => {
    const piece = fc.constantFrom(
      ...[
        'rules',
        'accept',
        'flag',
        'hedge',
        'lint',
        'off',
        ': ',
        ':',
        '\n',
        '\n  ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        ', ',
      ],
      ...[
        '&a ',
        '*a',
        '*b',
        '!!set ',
        '!!map ',
        '!x ',
        '<<: ',
        '? ',
        '| ',
        '> ',
        '"',
        "'",
        '#',
        '---\n',
        '...\n',
        '%YAML 1.1\n',
      ],
      ...['null', '~', '1e999', '.nan', '__proto__', 'constructor', '\0', '\u202e', '\t', '\r\n', '\ud800'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.boolean(), (pieces, json) => {
        const text = pieces.join('');
        parseConfigFile('/w/.purposerc.yml', text);
        parsePurpose(`---\n${text}\n---\n\nWe mend nets.\n`);
        editYaml(text, { path: ['rules', 'hedge'], set: 'off' }, json);
        editYaml(text, { path: ['accept'], add: 'nets' }, json);
        editSettingsFile(text, { turnOff: 'hedge' }, json);
        editFrontMatter(`---\n${text}\n---\n`, { accept: 'nets' });
      }),
      { numRuns: 300 },
    );
  });
});
