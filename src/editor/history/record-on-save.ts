import {
  Disposable,
  type LogOutputChannel,
  type TextDocument,
  TextDocumentSaveReason,
  type Uri,
  workspace,
} from 'vscode';
import { fold, type StatementText, statementOf } from '../../history/statement-of';
import type { Recording } from '../../panel/protocol';
import { blanksOf } from '../../templates/blanks';
import { isPurposeDocument } from '../purpose-documents';
import { pathOf } from '../vscode-files';
import type { RecordWriter } from './record-writer';

/** The editor saves by itself while one types: what stands there after such a save counts when it has rested so long. */
const REST = 15_000;

interface Waiting {
  readonly document: TextDocument;
  readonly statement: StatementText;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Records each saved change of a statement; what goes wrong is a line in the log, since nobody asked for a record. */
export function recordOnSave(writer: RecordWriter, log: LogOutputChannel): Disposable {
  const reasons = new WeakMap<TextDocument, TextDocumentSaveReason>();
  const waiting = new Map<string, Waiting>();
  /** The plain statement when it was last looked at: most saves change other things. */
  const seen = new WeakMap<TextDocument, string>();

  const write = (document: TextDocument, statement: StatementText): void => {
    const { uri } = document;
    writer.refine(pathOf(uri), statement).catch((error: unknown) => {
      // The next save tries again.
      seen.delete(document);
      log.warn(
        `No history record for ${workspace.asRelativePath(uri)}: ${error instanceof Error ? error.message : error}`,
      );
    });
  };
  const flush = (key: string): void => {
    const one = waiting.get(key);
    if (!one) return;
    clearTimeout(one.timer);
    waiting.delete(key);
    write(one.document, one.statement);
  };

  return Disposable.from(
    workspace.onWillSaveTextDocument(({ document, reason }) => reasons.set(document, reason)),
    workspace.onDidSaveTextDocument((document) => {
      if (!isPurposeDocument(document) || recordingAt(document.uri) !== 'on') return;
      const statement = statementOf(document.getText());
      const plain = fold(statement?.plain ?? '');
      const key = document.uri.toString();
      // A statement with open blanks is one that nobody has written yet.
      if (!statement || plain === '' || blanksOf(plain).length > 0) return;
      if (seen.get(document) === plain && !waiting.has(key)) return;
      seen.set(document, plain);
      clearTimeout(waiting.get(key)?.timer);
      waiting.delete(key);
      if (reasons.get(document) !== TextDocumentSaveReason.AfterDelay) {
        write(document, statement);
        return;
      }
      waiting.set(key, { document, statement, timer: setTimeout(() => flush(key), REST) });
    }),
    workspace.onDidCloseTextDocument(({ uri }) => flush(uri.toString())),
    new Disposable(() => {
      for (const key of [...waiting.keys()]) flush(key);
    }),
  );
}

/**
 * In a folder that nobody trusts, saving writes that one file only: a `.purpose` that leads elsewhere is not ours
 * to follow unasked. Commands still record there, since they are asked for.
 */
export function recordingAt(uri: Uri): Recording {
  if (!workspace.getConfiguration('purpose', uri).get('history.record', true)) return 'off';
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return 'read-only';
  return workspace.isTrusted ? 'on' : 'untrusted';
}
