import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { retextRules } from '../support/retext-rules';

/** The rules that check prose word by word, including those that are off by default. */
const WORD_RULES = new Set([
  'vague-quantity',
  'vague-degree',
  'buzzword',
  'hedge',
  'generality',
  'absolute',
  'simplify',
  'passive',
  'repeated-words',
  'equality',
]);

const parser = unified().use(retextEnglish);

/** The messages of the word rules that are on by default, or of one rule with options, in order. */
export function messagesIn(text: string, only?: string, options?: unknown): VFileMessage[] {
  const file = new VFile(text);
  const tree = parser.parse(file) as Root;
  const processor = unified();
  for (const { id, plugin, level } of retextRules) {
    if (only ? id !== only : level === 'off' || !WORD_RULES.has(id)) continue;
    processor.use(plugin, options);
  }
  processor.runSync(tree, file);
  return file.messages.sort((a, b) => offsetOf(a) - offsetOf(b));
}

/** "rule: text" of each finding. */
export function findingsIn(text: string, only?: string, options?: unknown): string[] {
  return messagesIn(text, only, options).map((message) => `${message.ruleId}: ${message.actual}`);
}

export function offsetOf({ place }: VFileMessage): number {
  return place && 'start' in place ? (place.start.offset ?? -1) : -1;
}
