import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { blankNames, blanksOf } from '../../../src/templates/blanks';
import { builtInTemplates } from '../../../src/templates/built-in';
import { parseTemplate } from '../../../src/templates/parse-template';
import { openBlank } from '../../../src/templates/template';
import { filledTemplate } from '../support/filled-template';

const FOLDER = 'src/templates/catalogue';

describe('the catalogue', () => {
  it('offers every file of its folder, each under its own name, and there are at least twelve', () => {
    const names = readdirSync(FOLDER).sort();
    assert.ok(names.length >= 12);
    assert.deepEqual(
      builtInTemplates()
        .map(({ id }) => `${id}.md`)
        .sort(),
      names,
    );
    const titles = builtInTemplates().map(({ title }) => title);
    assert.equal(new Set(titles).size, titles.length);
  });

  for (const name of readdirSync(FOLDER)) {
    it(`${name} says all that a template should say`, () => {
      const { template, problems } = parseTemplate(readFileSync(`${FOLDER}/${name}`, 'utf8'), name);
      assert.deepEqual(problems, []);
      assert.ok(template);
      const { audience, when, setting, source, questions, body } = template;
      for (const text of [audience, when, setting, source]) assert.notEqual(text, '');
      assert.match(source, /\b(?:19|20)\d\d\b/);
      for (const { blank, ask, hint, example } of questions) {
        assert.match(ask, /[?.]$/, blank);
        assert.notEqual(hint, '', blank);
        assert.notEqual(example, '', blank);
      }
      assert.equal(questions.at(-1)?.blank, 'title', 'a story is an easier start than a name');
      assert.ok(questions.filter(({ follow }) => follow !== '').length > 0, 'a follow-up for a vague answer');
      const open = questions.map(({ blank }) => openBlank(questions, blank));
      assert.deepEqual(
        open.filter((name) => !name.endsWith('?')),
        [],
        'each open blank asks its question',
      );
      assert.equal(new Set(open).size, open.length);
      assert.deepEqual(questions.map(({ blank }) => blank).sort(), blankNames(body).sort());
      assert.match(
        body,
        /^---\n(?:kind: [a-z-]+\n)?status: [a-z]+\n(?:review: .+\n|lint:\n(?: {2}.+\n)+)?---\n\n# .*\{\{title\}\}\n\n> \S/,
      );
    });
  }

  for (const template of builtInTemplates()) {
    it(`${template.id} leaves nothing open once its examples are filled in`, () => {
      const text = filledTemplate(template);
      assert.deepEqual(blanksOf(text), []);
      const statement = /^> (.+)$/m.exec(text)?.[1] ?? '';
      const words = statement.split(/\s+/).length;
      assert.ok(words >= 8 && words <= 40, `${words} words: ${statement}`);
      assert.doesNotMatch(text.replace(/^---[\s\S]*?\n---\n/, ''), / {2}|\.\.|,,|\{|\}/);
    });
  }
});
