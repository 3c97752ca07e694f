import type { ExtensionContext } from 'vscode';
import type { AdoptedWorkspace } from './adopted-files';
import type { HistoryServices } from './history/history-services';
import type { LintService } from './lint/lint-service';
import type { Settings } from './lint/settings';
import type { Presence } from './presence';
import type { StatementLenses } from './statement/lens-sources';
import type { VscodeFiles } from './vscode-files';
import type { WorkspaceFileIndex } from './workspace-file-index';

/** Shared services. A feature takes those that it needs and registers itself. */
export interface Services {
  readonly context: ExtensionContext;
  readonly files: VscodeFiles;
  readonly adopted: AdoptedWorkspace;
  readonly settings: Settings;
  readonly lint: LintService;
  /** The code lenses above the statement, which features can add to. */
  readonly lenses: StatementLenses;
  readonly history: HistoryServices;
  readonly purposeFiles: WorkspaceFileIndex;
  /** Whether the workspace has a purpose, and so our views are shown. */
  readonly presence: Presence;
}
