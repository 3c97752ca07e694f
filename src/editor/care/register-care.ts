import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import { purposeSelector } from '../adopted-files';
import { isPurposeDocument } from '../purpose-documents';
import type { Services } from '../services';
import { registerCareActions } from './care-actions';
import type { CareService } from './care-service';

/** The care of a purpose (reviews, `serves:`, copies in it), shown as findings and in the language status. */
export function registerCare(services: Services, care: CareService): Disposable {
  return Disposable.from(
    services.lint.extend(care),
    registerReviewStatus(services, care),
    registerCareActions(services),
  );
}

/** Shows the next review in the language status; nothing if the purpose has no `review:`. */
function registerReviewStatus({ lint }: Services, care: CareService): Disposable {
  let item: LanguageStatusItem | undefined;
  const show = (): void => {
    const document = window.activeTextEditor?.document;
    const result = document && isPurposeDocument(document) ? lint.last(document)?.result : undefined;
    const due = document && result && care.dueOf(document, result);
    if (!due) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= languages.createLanguageStatusItem('purpose.review', purposeSelector());
    item.selector = purposeSelector();
    const day = due.due.toISOString().slice(0, 10);
    const isLate = due.overdueDays > 0;
    item.name = 'Purpose: review';
    item.text = isLate ? 'Review overdue' : 'Review planned';
    item.detail = isLate ? `since ${day}` : day;
    item.severity = isLate ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    item.command = { title: 'Reaffirm…', command: 'purpose.reaffirm', arguments: [document.uri] };
  };
  show();
  return Disposable.from(
    new Disposable(() => item?.dispose()),
    lint.onDidLint(show),
    window.onDidChangeActiveTextEditor(show),
  );
}
