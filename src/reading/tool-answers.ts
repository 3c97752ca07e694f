import type { LintResult } from '../lint/lint-result';

/** How many findings of a text are told to an agent. */
const MOST_FINDINGS = 60;

/** What an agent is told about a purpose file or text: as little as it needs to quote it and to ask. */
export function lintAnswer(result: LintResult) {
  const { statement, anatomy, figures, findings } = result;
  return {
    statement: statement?.plain ?? null,
    who: anatomy.who?.text ?? null,
    what: anatomy.what?.text ?? null,
    change: anatomy.change?.text ?? null,
    figures,
    findings: findings.slice(0, MOST_FINDINGS).map(({ rule, severity, message, question, text, start }) => ({
      rule,
      severity,
      message,
      question: question ?? null,
      text,
      line: start.line,
      column: start.column,
    })),
    findingsLeftOut: Math.max(0, findings.length - MOST_FINDINGS),
  };
}

/** A purpose in a list: where it is and what it says. */
export function listedPurpose(path: string, { statement, document }: LintResult) {
  const { kind, status } = document.frontMatter.data;
  return { path, kind: kind ?? null, status: status ?? null, statement: statement?.plain ?? null };
}
