import type { ExtensionContext } from 'vscode';
import type { AdoptedWorkspace } from './adopted-files';
import type { HistoryServices } from './history/history-services';
import type { LintService } from './lint/lint-service';
import type { Settings } from './lint/settings';
import type { Presence } from './presence';
import type { PurposeFiles } from './purpose-files';
import type { StatementLenses } from './statement-lenses';
import type { VscodeFiles } from './vscode-files';

/** What features share. A feature takes from it what it needs and registers itself. */
export interface Services {
  readonly context: ExtensionContext;
  readonly files: VscodeFiles;
  readonly adopted: AdoptedWorkspace;
  readonly settings: Settings;
  readonly lint: LintService;
  /** The line above the statement: add to it what belongs there. */
  readonly lenses: StatementLenses;
  readonly history: HistoryServices;
  readonly purposeFiles: PurposeFiles;
  /** Whether there is a purpose at all, and with it our views. */
  readonly presence: Presence;
}
