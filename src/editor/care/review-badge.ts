import {
  Disposable,
  EventEmitter,
  FileDecoration,
  type FileDecorationProvider,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { dueOf, reviewOf } from '../../care/care-findings';
import { readText } from '../../files/read-text';
import { PurposeDocument } from '../../statement/document';
import { onDidChangeAdopted, watchPurposeFiles } from '../adopted-files';
import { isPurposeDocument, isPurposeUri } from '../purpose-documents';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';

/** Decorates purpose files in the explorer whose review is due. */
export function registerReviewBadge(services: Services): Disposable {
  const changed = new EventEmitter<Uri | undefined>();
  return Disposable.from(
    changed,
    watchPurposeFiles((uri) => changed.fire(uri)),
    onDidChangeAdopted(() => changed.fire(undefined)),
    workspace.onDidSaveTextDocument((document) => {
      if (isPurposeDocument(document)) changed.fire(document.uri);
    }),
    // A new or deleted record can belong to any file beside its folder.
    services.history.care.onDidChange(() => changed.fire(undefined)),
    window.registerFileDecorationProvider(new ReviewBadge(services, changed)),
  );
}

class ReviewBadge implements FileDecorationProvider {
  readonly onDidChangeFileDecorations;

  constructor(
    readonly services: Services,
    changed: EventEmitter<Uri | undefined>,
  ) {
    this.onDidChangeFileDecorations = changed.event;
  }

  async provideFileDecoration(uri: Uri): Promise<FileDecoration | undefined> {
    if (!isPurposeUri(uri) || uri.scheme === 'untitled') return undefined;
    const { files, history } = this.services;
    const path = pathOf(uri);
    const text = await readText(files, path).catch(() => undefined);
    if (text === undefined) return undefined;
    const document = PurposeDocument.of(text);
    const now = new Date();
    if (reviewOf(document) === undefined) return undefined;
    const care = await history.care.whole(uri);
    const due = dueOf(document, care && new Date(care.last.time), now);
    if (!due || due.overdueDays === 0) return undefined;
    return new FileDecoration(
      '↻',
      `Review was due on ${due.due.toISOString().slice(0, 10)}`,
      new ThemeColor('list.warningForeground'),
    );
  }
}
