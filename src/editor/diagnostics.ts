import { Diagnostic, DiagnosticSeverity, Disposable, languages, Uri, workspace } from 'vscode';
import type { Finding, Severity } from '../lint/finding';
import type { LintService } from './lint-service';
import { toRange } from './purpose-documents';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  info: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
};

/** What our diagnostics are marked with. */
export const SOURCE = 'purpose';

/** A finding as the editor shows it: the question stands in the message, the rule's page behind its id. */
export function toDiagnostic(finding: Finding): Diagnostic {
  const { message, question, rule, severity, url } = finding;
  const diagnostic = new Diagnostic(
    toRange(finding),
    question ? `${message}. ${question}`.replace('..', '.') : message,
    SEVERITY[severity],
  );
  diagnostic.source = SOURCE;
  diagnostic.code = { value: rule, target: Uri.parse(url) };
  return diagnostic;
}

/** Shows the findings of every open purpose document in place. */
export function registerDiagnostics(lint: LintService): Disposable {
  const collection = languages.createDiagnosticCollection('purpose');
  return Disposable.from(
    collection,
    lint.onDidLint(({ document, version, result }) => {
      // A newer result is on its way; this one would put marks beside the words.
      if (document.version !== version) return;
      collection.set(document.uri, result.findings.map(toDiagnostic));
    }),
    lint.onDidClose(({ uri }) => collection.delete(uri)),
    workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) collection.delete(uri);
    }),
  );
}
