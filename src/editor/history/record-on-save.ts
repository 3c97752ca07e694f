import {
  Disposable,
  type LogOutputChannel,
  type TextDocument,
  TextDocumentSaveReason,
  type Uri,
  workspace,
} from 'vscode';
import { Debounce } from '../../async/debounce';
import { settlesWithin } from '../../async/time-limit';
import type { Recorder } from '../../history/recorder';
import type { Recording } from '../../history/recorder-types';
import { errorMessage } from '../../text/error-message';
import { onDidChangeAdopted, watchPurposeFiles } from '../adopted-files';
import { openDocumentOf } from '../open-documents';
import { isPurposeDocument } from '../purpose-documents';
import { pathOf } from '../vscode-files';
import { WrittenText } from './written-text';

/** After an automatic save, the wording counts once it has been unchanged for this long, in milliseconds. */
const SETTLE_DEBOUNCE_MS = 15_000;
/** How long a save waits for the replaced wording to be recorded: the editor gives up after 1500 ms. */
const SAVE_WAITS_MS = 1000;

/** Reports the events of this window's purpose files to the recorder. Errors go to the log. */
export function recordOnSave(recorder: Recorder, log: LogOutputChannel): Disposable {
  const reasons = new WeakMap<TextDocument, TextDocumentSaveReason>();
  const written = new WrittenText();
  const unsettled = new Map<string, Debounce>();

  const attempt = (uri: Uri, work: Promise<unknown>): Promise<unknown> =>
    work.catch((error: unknown) => {
      const reason = errorMessage(error);
      log.warn(`No history record for ${workspace.asRelativePath(uri)}: ${reason}`);
    });
  const isRecorded = (document: TextDocument): boolean =>
    isPurposeDocument(document) && document.uri.scheme !== 'untitled' && recordingAt(document.uri) === 'on';
  const look = (document: TextDocument | undefined): void => {
    if (document && isRecorded(document)) void attempt(document.uri, recorder.opened(pathOf(document.uri)));
  };
  const rest = (uri: Uri): void => {
    const path = pathOf(uri);
    const debounce =
      unsettled.get(path) ??
      new Debounce(SETTLE_DEBOUNCE_MS, () => void attempt(uri, recorder.settled(path)));
    unsettled.set(path, debounce);
    debounce.schedule();
  };
  const changedOnDisk = (uri: Uri): void => {
    // A file without unsaved changes is reloaded by the editor, see below; this may also be our own save.
    const document = openDocumentOf(uri);
    if (document?.isDirty) look(document);
  };

  workspace.textDocuments.forEach(look);
  return Disposable.from(
    watchPurposeFiles(changedOnDisk),
    onDidChangeAdopted(() => workspace.textDocuments.forEach(look)),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // Reloaded from disk: another program changed it, or the user reverted unsaved changes.
      if (!document.isDirty && contentChanges.length > 0) look(document);
    }),
    workspace.onWillSaveTextDocument((event) => {
      const { document, reason } = event;
      reasons.set(document, reason);
      written.willSave(document);
      if (!isRecorded(document)) return;
      const recorded = attempt(document.uri, recorder.beforeSave(pathOf(document.uri), document.getText()));
      event.waitUntil(settlesWithin(SAVE_WAITS_MS, recorded).then(() => undefined));
    }),
    workspace.onDidSaveTextDocument((document) => {
      if (!isRecorded(document)) return;
      const { uri } = document;
      const isAutomatic = reasons.get(document) === TextDocumentSaveReason.AfterDelay;
      const saved = recorder.saved(pathOf(uri), written.saved(document), isAutomatic).then((waits) => {
        if (waits) rest(uri);
        else unsettled.get(pathOf(uri))?.cancel();
      });
      void attempt(uri, saved);
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (!isPurposeDocument(document)) return;
      const path = pathOf(document.uri);
      unsettled.get(path)?.cancel();
      unsettled.delete(path);
      void attempt(document.uri, recorder.closed(path));
    }),
    new Disposable(() => {
      for (const debounce of unsettled.values()) debounce.flush();
    }),
  );
}

/**
 * In an untrusted folder a save writes no record: a `.purpose` that leads elsewhere must not be followed unasked.
 * Commands still record there, because the user asks for it.
 */
export function recordingAt(uri: Uri): Recording {
  if (!workspace.getConfiguration('purpose', uri).get('history.record', true)) return 'off';
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return 'read-only';
  return workspace.isTrusted ? 'on' : 'untrusted';
}
