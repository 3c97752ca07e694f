import assert from 'node:assert/strict';
import { yamlErrorText } from '../../../src/statement/yaml-error';
import { parseYaml } from '../../../src/statement/yaml-value';

describe('an error of YAML', () => {
  for (const [text, said] of [
    ['rules: [', 'a closing ] is missing.'],
    ['{"a": 1,', 'a closing } is missing.'],
    ['a: {b', 'a closing } is missing.'],
    ['a: "x', 'a closing quote is missing.'],
    ['a: 1\n\tb: 2', 'this line is indented with a tab: use spaces.'],
    ['title: A: B', 'put a text with a colon into quotes, or correct the indentation.'],
    ['a: 1\n  b: 2', 'put a text with a colon into quotes, or correct the indentation.'],
    ['a:1\nb: 2', 'a colon and a space are missing after this name.'],
    ['{"a" 1}', 'a comma or a colon is missing.'],
    ['{"a": 1 "b": 2}', 'a comma or a closing bracket is missing.'],
    ['{a: 1}}', 'this bracket closes nothing.'],
    ['a: @x', 'put a text that begins with this character into quotes.'],
    ['a: "\\q"', 'within double quotes write \\\\ for a backslash.'],
    ['a: 1\na: 2', 'this key appears twice: keep one of the two.'],
    ['- a\nb: 1', 'check the punctuation and the indentation here.'],
  ] as const)
    it(`is a sentence without terms of the specification: ${JSON.stringify(text)}`, () => {
      const [error] = parseYaml(text, { prettyErrors: false }).errors;
      assert.ok(error);
      assert.equal(yamlErrorText(error), `This is not valid YAML: ${said}`);
    });
});
