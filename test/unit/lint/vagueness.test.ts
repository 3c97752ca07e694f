import assert from 'node:assert/strict';
import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { proseRules } from '../../../src/lint/rules';

/** The rule and the text of every finding, in order. */
function lint(text: string): string[] {
  const file = new VFile(text);
  const tree = unified().use(retextEnglish).parse(file) as Root;
  for (const { plugin, id, severity } of proseRules) {
    if (severity === 'off') continue;
    unified().use(plugin).runSync(tree, file);
    assert.ok(id);
  }
  return file.messages
    .sort((a, b) => (a.column ?? 0) - (b.column ?? 0))
    .map((message) => `${message.ruleId}: ${message.actual}`);
}

describe('the vagueness rules', () => {
  it('find the vague words of a sentence, each once, at its place', () => {
    assert.deepEqual(lint('We strive to provide many quality services to everyone.'), [
      'hedge: strive to',
      'vague-quantity: many',
      'vague-degree: quality',
      'generality: services',
      'absolute: everyone',
    ]);
  });
});
