import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { proseRules } from '../../src/lint/rules';
import type { Span } from '../../src/statement/position';

/** The rules that mark vague wording. */
export const VAGUENESS_RULES: ReadonlySet<string> = new Set([
  'vague-quantity',
  'vague-degree',
  'buzzword',
  'hedge',
  'generality',
  'absolute',
]);

/** The names that the labels have for the rules. */
export const TYPE_OF: Readonly<Record<string, string>> = {
  'vague-quantity': 'quantity',
  'vague-degree': 'degree',
};

export interface Marked extends Span {
  readonly rule: string;
  readonly type: string;
  readonly text: string;
}

const parser = unified().use(retextEnglish);
const processors: Processor[] = proseRules
  .filter((rule) => VAGUENESS_RULES.has(rule.id))
  .map((rule) => unified().use(rule.plugin) as unknown as Processor);

/** The vague wording of a plain text, in order. */
export function vagueIn(text: string): Marked[] {
  const file = new VFile(text);
  const tree = parser.parse(file) as Root;
  for (const processor of processors) processor.runSync(tree, file);
  return file.messages.map(toMarked).sort((a, b) => a.start - b.start);
}

function toMarked(message: VFileMessage): Marked {
  const place = message.place as { start: { offset: number }; end: { offset: number } };
  const rule = message.ruleId ?? '';
  return {
    rule,
    type: TYPE_OF[rule] ?? rule,
    text: message.actual ?? '',
    start: place.start.offset,
    end: place.end.offset,
  };
}

/** Whether each word of a text lies in one of the stretches. Words are as the labels count them. */
export function wordsCovered(text: string, spans: readonly Span[]): boolean[] {
  return [...text.matchAll(/[A-Za-z][A-Za-z'’-]*/g)].map(({ index, 0: word }) =>
    spans.some((span) => index < span.end && index + word.length > span.start),
  );
}
