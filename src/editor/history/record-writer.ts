import { type Disposable, EventEmitter } from 'vscode';
import { recentNames } from '../../history/former-names';
import type { HistoryRecord } from '../../history/record';
import { type Moment, recordMoment, recordRefinement, type Writing } from '../../history/refine';
import type { StatementText } from '../../history/statement-of';
import { recordsFolder } from '../../history/store';
import { statementFigures } from '../../lint/statement-figures';
import type { VscodeFiles } from '../vscode-files';
import { authorFor } from './author';
import type { EditorGit } from './editor-git';

/** Writes records in the name of whoever sits before the editor. */
export class RecordWriter implements Disposable {
  readonly #recorded = new EventEmitter<string>();

  /** The records of the purpose file at this path changed. */
  readonly onDidRecord = this.#recorded.event;

  constructor(
    private readonly files: VscodeFiles,
    private readonly git: EditorGit,
  ) {}

  /**
   * Records that the statement is another one now, if it is.
   * The first record waits for the first change: that nothing changed since the last commit is no news.
   */
  async refine(path: string, statement: StatementText): Promise<HistoryRecord | undefined> {
    const writing = await this.#writing(path, statement);
    if (writing.before === statement.plain) return undefined;
    const record = await recordRefinement(this.files, path, writing);
    if (record) this.#recorded.fire(path);
    return record;
  }

  /** Records a note, a reaffirmation or a pivot; rejects with a `FileError` where nothing can be written. */
  async moment(path: string, statement: StatementText, moment: Moment): Promise<HistoryRecord> {
    const record = await recordMoment(this.files, path, moment, await this.#writing(path, statement));
    this.#recorded.fire(path);
    return record;
  }

  dispose(): void {
    this.#recorded.dispose();
  }

  async #writing(path: string, statement: StatementText): Promise<Writing> {
    const isFirst = !(await this.files.stat(recordsFolder(path)));
    const [author, before] = await Promise.all([
      authorFor(path, this.git),
      // Git only makes the first record's change more exact: where it fails there is simply none before.
      isFirst ? this.git.committedStatement(path).catch(() => undefined) : undefined,
    ]);
    return {
      statement,
      author,
      now: new Date(),
      figuresOf: statementFigures,
      isCommitted: (record) => this.git.isCommitted(record),
      formerNames: () => recentNames(this.git, path),
      ...(before !== undefined && { before }),
    };
  }
}
