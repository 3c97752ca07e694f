import { rangeIn } from '../statement/block-record';
import type { PurposeDocument } from '../statement/document';
import type { Range } from '../statement/position';
import type { ExtraFinding, Finding, Severity } from './finding';
import { lintSettingsProblems } from './front-matter-settings';
import { ruleUrl } from './rule-url';
import { FRONT_MATTER_NOTE } from './rules/front-matter';
import { MISSING_STATEMENT } from './rules/missing-statement';
import { type Directive, silencedAnywhere } from './suppression';

type SeverityOf = (rule: string) => Severity | undefined;

/** What is found in a file as a whole: in its front matter, and that it has no statement. */
export function* fileFindings(document: PurposeDocument, severityOf: SeverityOf): Generator<Finding> {
  const frontMatter = severityOf('front-matter');
  if (frontMatter) {
    for (const { message, start, end, related } of [
      ...document.frontMatter.problems,
      ...lintSettingsProblems(document),
    ]) {
      yield {
        rule: 'front-matter',
        severity: frontMatter,
        message,
        note: FRONT_MATTER_NOTE,
        url: ruleUrl('front-matter'),
        text: document.text.slice(start.offset, end.offset),
        start,
        end,
        suggestions: [],
        ...(related && { related }),
      };
    }
  }
  const missing = severityOf('missing-statement');
  if (missing && !document.statementPlace) {
    const { start, end } = emptyPlace(document);
    yield {
      rule: 'missing-statement',
      severity: missing,
      message: MISSING_STATEMENT.reason,
      question: MISSING_STATEMENT.question,
      note: MISSING_STATEMENT.note,
      url: ruleUrl('missing-statement'),
      text: document.text.slice(start.offset, end.offset),
      start,
      end,
      suggestions: [],
    };
  }
}

/** What others have found in a file, as findings. */
export function* extraFindings(
  document: PurposeDocument,
  extra: readonly ExtraFinding[],
  severityOf: SeverityOf,
  directives: readonly Directive[],
): Generator<Finding> {
  const frontEnd = document.frontMatter.range?.end.offset ?? 0;
  const silenced = silencedAnywhere(directives);
  for (const { rule, message, question, note, start, end, related } of extra) {
    const severity = severityOf(rule);
    // No comment can stand before front matter: what is found there is silenced from anywhere, by name.
    if (!severity || (start.offset < frontEnd && silenced.has(rule))) continue;
    const text = document.text.slice(start.offset, end.offset);
    yield {
      rule,
      severity,
      message,
      question,
      note,
      url: ruleUrl(rule),
      text,
      start,
      end,
      suggestions: [],
      ...(related && { related }),
    };
  }
}

/** The first line with something on it, front matter left out: where a writer looks for what is missing. */
function emptyPlace(document: PurposeDocument): Range {
  for (const placed of document.blocks) {
    const line = /\S[^\r\n]*/.exec(placed.block.text);
    if (line) return rangeIn(placed, { start: line.index, end: line.index + line[0].trimEnd().length });
  }
  const start = { line: 1, column: 1, offset: 0 };
  return { start, end: start };
}
