import { Disposable, LanguageStatusSeverity, languages, window } from 'vscode';
import { plural } from '../../text/plural';
import { onDidChangeAdopted, purposeSelector } from '../adopted-files';
import { isPurposeDocument } from '../purpose-documents';
import type { LintService } from './lint-service';

/** The figures of the statement in the language status, where they are available without distracting. */
export function registerLanguageStatus(lint: LintService): Disposable {
  const item = languages.createLanguageStatusItem('purpose.figures', purposeSelector());
  item.name = 'Purpose';

  const show = (): void => {
    const document = window.activeTextEditor?.document;
    if (!document || !isPurposeDocument(document)) {
      item.busy = false;
      return;
    }
    const linted = lint.last(document);
    item.busy = linted?.version !== document.version;
    if (!linted) {
      item.text = 'Reading the purpose';
      item.detail = '';
      return;
    }
    const { figures, findings, statement, language } = linted.result;
    const worst = findings.some(({ severity }) => severity === 'error')
      ? LanguageStatusSeverity.Error
      : findings.some(({ severity }) => severity === 'warning')
        ? LanguageStatusSeverity.Warning
        : LanguageStatusSeverity.Information;
    item.severity = worst;
    const isGuess = statement?.by === 'position';
    item.text = isGuess
      ? 'Is this the statement?'
      : findings.length === 0
        ? 'Nothing to ask'
        : plural(findings.length, 'question');
    item.command = isGuess
      ? { title: 'Choose', command: 'purpose.chooseStatement', arguments: [document.uri] }
      : { title: 'Show questions', command: 'workbench.actions.view.problems' };
    const figuresNow = `${plural(figures.words, 'word')}, reading grade ${figures.grade}, vague words per 100: ${figures.vaguePer100}`;
    item.detail = !statement
      ? 'No statement yet'
      : language.english
        ? `Statement: ${figuresNow}`
        : `The statement is not in English (${language.lang}): only its structure is checked`;
  };

  show();
  return Disposable.from(
    item,
    onDidChangeAdopted(() => {
      item.selector = purposeSelector();
    }),
    lint.onDidLint(show),
    window.onDidChangeActiveTextEditor(show),
  );
}
