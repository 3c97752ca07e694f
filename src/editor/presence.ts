import { commands, Disposable, type Memento, workspace } from 'vscode';
import type { LintService } from './lint/lint-service';
import type { WorkspaceFileIndex } from './workspace-file-index';

/** The context key for our views, also the key under which the workspace stores that they are wanted. */
const PRESENT = 'purpose.present';

/**
 * Decides whether our views are shown: once a workspace has, or had, a purpose, or the user has run one of our commands
 * in it. An open purpose answers at once; otherwise the workspace is searched.
 */
export class Presence implements Disposable {
  readonly #disposables: Disposable;
  #turn = 0;
  #announced: boolean | undefined;

  constructor(
    private readonly state: Memento,
    private readonly lint: LintService,
    private readonly purposeFiles: WorkspaceFileIndex,
  ) {
    const look = () => void this.look();
    this.#disposables = Disposable.from(
      workspace.onDidOpenTextDocument(look),
      lint.onDidClose(look),
      purposeFiles.onDidChange(look),
    );
    look();
  }

  /** Determines it and sets the context key: once this resolves with `true` the views can be shown. */
  async look(): Promise<boolean> {
    const turn = ++this.#turn;
    const isThere =
      this.state.get(PRESENT, false) ||
      this.lint.documents.length > 0 ||
      (await this.purposeFiles.list()).length > 0;
    if (turn === this.#turn && isThere !== this.#announced) {
      this.#announced = isThere;
      await commands.executeCommand('setContext', PRESENT, isThere);
      if (isThere) await this.state.update(PRESENT, true);
    }
    return isThere;
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
