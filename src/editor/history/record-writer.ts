import { type Disposable, EventEmitter } from 'vscode';
import { Recorder } from '../../history/recorder';
import { recorderGit } from '../../history/recorder-git';
import type { RecordEvent } from '../../history/recorder-types';
import { statementFigures } from '../../lint/statement-figures';
import { hasOpenBlank } from '../../text/open-blanks';
import type { VscodeFiles } from '../vscode-files';
import { authorFor } from './author';
import type { EditorGit } from './editor-git';

/** The recorder of this window, and the one event for the records that it writes and removes. */
export class RecordWriter extends Recorder implements Disposable {
  readonly #changed: EventEmitter<RecordChange>;

  readonly onDidRecord;

  constructor(
    private readonly recordFiles: VscodeFiles,
    git: EditorGit,
  ) {
    const changed = new EventEmitter<RecordChange>();
    super(
      {
        files: recordFiles,
        git: recorderGit(git),
        now: () => new Date(),
        figuresOf: statementFigures,
        authorOf: (path) => authorFor(path, git),
        isOpen: hasOpenBlank,
      },
      (event) => changed.fire(event),
    );
    this.#changed = changed;
    this.onDidRecord = changed.event;
  }

  /**
   * Deletes the file of a record. Rejects with a `FileError` if that fails.
   * @returns a function that restores it
   */
  async remove(purposePath: string, recordPath: string): Promise<() => Promise<void>> {
    const bytes = await this.recordFiles.read(recordPath);
    await this.recordFiles.remove(recordPath);
    this.#changed.fire({ path: purposePath, replaces: recordPath });
    return async () => {
      await this.recordFiles.create(recordPath, bytes);
      this.#changed.fire({ path: purposePath, replaces: recordPath });
    };
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** A record that was written or, without one, the file `replaces` that was deleted or restored. */
type RecordChange = Pick<RecordEvent, 'path' | 'replaces'> & Partial<Pick<RecordEvent, 'record'>>;
