import { isVague } from '../../src/lint/rules';
import { LintSession } from '../../src/lint/session';
import type { Span } from '../../src/statement/position';

/** The names that the labels have for the rules. */
const TYPE_OF: Readonly<Record<string, string>> = {
  'vague-quantity': 'quantity',
  'vague-degree': 'degree',
};

export interface Marked extends Span {
  readonly rule: string;
  readonly type: string;
  readonly text: string;
}

/** The vague wording of a text, in order: the findings of `purpose lint` in a file with that text. */
export function vagueIn(text: string): Marked[] {
  return new LintSession()
    .lint(text)
    .findings.filter(({ rule }) => isVague(rule))
    .map(({ rule, start, end, text: marked }) => ({
      rule,
      type: TYPE_OF[rule] ?? rule,
      text: marked,
      start: start.offset,
      end: end.offset,
    }));
}

/** For each word of a text, whether it is in one of the spans. Words are counted as in the labels. */
export function wordsCovered(text: string, spans: readonly Span[]): boolean[] {
  return [...text.matchAll(/[A-Za-z][A-Za-z'’-]*/g)].map(({ index, 0: word }) =>
    spans.some((span) => index < span.end && index + word.length > span.start),
  );
}
