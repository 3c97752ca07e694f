import { fixesFor } from '../../lint/fixes';
import type { FileReport, Format } from './report';

/** The contract for programs: version 1 only gains keys. */
export const json: Format = async function* (files, problems) {
  yield '{"version":1,"files":[';
  let separator = '';
  for await (const file of files) {
    yield separator + JSON.stringify(toJson(file));
    separator = ',';
  }
  const { failures, settings } = problems();
  yield `],"errors":${JSON.stringify([...failures, ...settings])}}\n`;
};

function toJson({ path, result }: FileReport) {
  const { statement, anatomy, figures, findings, language } = result;
  const { text } = result.document;
  return {
    path,
    statement: statement
      ? {
          text: statement.text,
          plain: statement.plain,
          by: statement.by,
          start: statement.start,
          end: statement.end,
        }
      : null,
    anatomy: {
      who: anatomy.who?.text ?? null,
      what: anatomy.what?.text ?? null,
      change: anatomy.change?.text ?? null,
    },
    figures,
    language: language.lang,
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      question: finding.question ?? null,
      note: finding.note ?? null,
      url: finding.url,
      text: finding.text,
      start: finding.start,
      end: finding.end,
      suggestions: finding.suggestions,
      fixes: fixesFor(finding, text),
      related: (finding.related ?? []).map((one) => ({
        message: one.message,
        path: one.path ?? path,
        start: one.start,
        end: one.end,
      })),
    })),
  };
}
