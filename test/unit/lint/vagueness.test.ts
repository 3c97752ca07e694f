import assert from 'node:assert/strict';
import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { PurposeMessage } from '../../../src/lib/report';
import { retextRules } from '../support/retext-rules';

const VAGUENESS = new Set(['vague-quantity', 'vague-degree', 'buzzword', 'hedge', 'generality', 'absolute']);

/** The rule and the text of every finding on vague wording, in order. */
function lint(text: string): string[] {
  return messagesOf(text).map((message) => `${message.ruleId}: ${message.actual}`);
}

function messagesOf(text: string): VFileMessage[] {
  const file = new VFile(text);
  const tree = unified().use(retextEnglish).parse(file) as Root;
  const processor = unified();
  for (const { plugin, id } of retextRules) if (VAGUENESS.has(id)) processor.use(plugin);
  processor.runSync(tree, file);
  return file.messages.sort((a, b) => (a.column ?? 0) - (b.column ?? 0));
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

  it('ask of “better” what it is compared with, and of “good” for whom it is', () => {
    const questionAbout = (text: string) =>
      messagesOf(text).map((message) => (message as PurposeMessage).question);
    assert.deepEqual(questionAbout('We bake good bread for sailors.'), [
      'Good for whom, and how would they notice?',
    ]);
    assert.deepEqual(questionAbout('We bake better bread for sailors.'), [
      'Compared with what, and who would notice?',
    ]);
  });
});
