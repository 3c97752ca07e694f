import { Disposable, type ExtensionContext } from 'vscode';
import { platform } from '#platform';
import { registerAdopt } from './adopt/adopt-file';
import { AdoptedWorkspace, adoptedFiles, onDidChangeAdopted, onDidTouchAdopted } from './adopted-files';
import { CareService } from './care/care-service';
import { registerCare } from './care/register-care';
import { registerReviewBadge } from './care/review-badge';
import { registerCoCreate } from './cocreate/register-cocreate';
import { registerCompletions } from './completions';
import { registerConsent } from './consent/register-consent';
import { registerExport } from './export/register-export';
import { registerFindYourPurpose } from './guided/find-your-purpose';
import { registerHeard } from './heard/register-heard';
import { HistoryServices } from './history/history-services';
import { registerHistory } from './history/register-history';
import { registerCodeActions } from './lint/code-actions';
import { registerDiagnostics } from './lint/diagnostics';
import { registerFindingCommands } from './lint/finding-commands';
import { registerHover } from './lint/hover';
import { registerLanguageStatus } from './lint/language-status';
import { registerLintAll } from './lint/lint-all';
import { LintService } from './lint/lint-service';
import { Settings } from './lint/settings';
import { registerSettingsFiles } from './lint/settings-files';
import { Presence } from './presence';
import { registerPurposesTree } from './purposes-tree/purposes-tree';
import { registerReading } from './reading/register-reading';
import { registerReferences } from './references';
import type { Services } from './services';
import { registerShare } from './share/register-share';
import { registerStatementChoice } from './statement/choose-statement';
import { StatementLenses } from './statement/lens-sources';
import { registerCodeLens } from './statement/statement-code-lens';
import { registerStatementColours } from './statement/statement-colours';
import { registerNewFromTemplate } from './templates/new-from-template';
import { VscodeFiles } from './vscode-files';
import { WorkspaceFileIndex } from './workspace-file-index';

export { previewPlugin } from './preview/preview-plugin';

/** The composition root of the extension: one line per feature. */
export function registerFeatures(context: ExtensionContext): Disposable {
  const settings = new Settings();
  const lint = new LintService(settings);
  const lenses = new StatementLenses();
  const files = new VscodeFiles(platform.disk);
  const history = new HistoryServices(files);
  const adopted = new AdoptedWorkspace(files);
  const purposeFiles = new WorkspaceFileIndex(files, undefined, {
    list: adoptedFiles,
    onDidChange: onDidChangeAdopted,
    onDidTouch: onDidTouchAdopted,
  });
  const presence = new Presence(context.workspaceState, lint, purposeFiles);
  const services: Services = {
    context,
    files,
    adopted,
    settings,
    lint,
    lenses,
    history,
    purposeFiles,
    presence,
  };
  const care = new CareService(services);
  return Disposable.from(
    settings,
    lint,
    lenses,
    history,
    adopted,
    purposeFiles,
    presence,
    care,
    registerDiagnostics(services.lint),
    registerLanguageStatus(services.lint),
    registerFindingCommands(services),
    registerCodeActions(services),
    registerHover(services),
    registerAdopt(services),
    registerCodeLens(services),
    registerStatementColours(services),
    registerStatementChoice(services),
    registerHistory(services),
    registerNewFromTemplate(services),
    registerFindYourPurpose(services),
    registerCompletions(services),
    registerSettingsFiles(services),
    registerLintAll(services, care),
    registerReferences(services),
    registerReviewBadge(services),
    registerCare(services, care),
    registerShare(services),
    registerExport(services),
    registerPurposesTree(services),
    registerCoCreate(services),
    registerConsent(services),
    registerHeard(services),
    registerReading(services),
  );
}
