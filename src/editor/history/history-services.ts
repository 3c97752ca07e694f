import { Disposable, type LogOutputChannel, window } from 'vscode';
import type { HistoryDeps } from '../../history/history';
import { statementFigures } from '../../lint/statement-figures';
import type { VscodeFiles } from '../vscode-files';
import { CareLog } from './care-log';
import { EditorGit } from './editor-git';
import { RecordWriter } from './record-writer';

/** The services shared by the history features. */
export class HistoryServices implements Disposable {
  readonly git = new EditorGit();
  readonly log: LogOutputChannel = window.createOutputChannel('Purpose', { log: true });
  readonly writer: RecordWriter;
  readonly care: CareLog;
  readonly deps: HistoryDeps;

  constructor(readonly files: VscodeFiles) {
    this.writer = new RecordWriter(files, this.git);
    this.care = new CareLog(files, this.git, this.writer);
    this.deps = { files, git: this.git, figuresOf: statementFigures };
  }

  dispose(): void {
    Disposable.from(this.care, this.writer, this.git, this.log).dispose();
  }
}
