import assert from 'node:assert/strict';
import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { retextRules } from '../support/retext-rules';

const VAGUENESS = new Set(['vague-quantity', 'vague-degree', 'buzzword', 'hedge', 'generality', 'absolute']);

/** The rule and the text of every finding on vague wording, in order. */
function lint(text: string): string[] {
  const file = new VFile(text);
  const tree = unified().use(retextEnglish).parse(file) as Root;
  const processor = unified();
  for (const { plugin, id } of retextRules) if (VAGUENESS.has(id)) processor.use(plugin);
  processor.runSync(tree, file);
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
