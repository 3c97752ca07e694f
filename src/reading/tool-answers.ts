import type { LintResult } from '../lint/lint-result';

/** Maximum number of findings in an agent's answer. */
const MAX_FINDINGS = 60;

/** The answer to an agent about a purpose file or text: only what it needs to quote the text and to ask. */
export function lintAnswer(result: LintResult) {
  const { statement, anatomy, figures, findings } = result;
  return {
    statement: statement?.plain ?? null,
    who: anatomy.who?.text ?? null,
    what: anatomy.what?.text ?? null,
    change: anatomy.change?.text ?? null,
    figures,
    findings: findings.slice(0, MAX_FINDINGS).map(({ rule, severity, message, question, text, start }) => ({
      rule,
      severity,
      message,
      question: question ?? null,
      text,
      line: start.line,
      column: start.column,
    })),
    findingsLeftOut: Math.max(0, findings.length - MAX_FINDINGS),
  };
}

/** A purpose in a list: its path and statement. */
export function listedPurpose(path: string, { statement, document }: LintResult) {
  const { kind, status } = document.frontMatter.data;
  return { path, kind: kind ?? null, status: status ?? null, statement: statement?.plain ?? null };
}
