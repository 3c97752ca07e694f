import {
  type CancellationToken,
  commands,
  type Diagnostic,
  Disposable,
  languages,
  ProgressLocation,
  type Uri,
  window,
} from 'vscode';
import { FileError } from '../../files/file-access';
import { readText } from '../../files/read-text';
import { isRuleId, ruleOf } from '../../lint/rules';
import { LintSession } from '../../lint/session';
import { PurposeDocument } from '../../statement/document';
import { watchPurposeFiles } from '../adopted-files';
import type { CareService } from '../care/care-service';
import { sayNotDone } from '../messages';
import { openDocumentOf } from '../open-documents';
import { pickPurpose } from '../pick-purpose';
import { ruleIn } from '../purpose-documents';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';
import { toDiagnostic } from './diagnostics';

/** `Lint All`: the findings of every purpose file of the workspace, in the Problems view. */
export function registerLintAll(services: Services, care: CareService): Disposable {
  const { files, lint, purposeFiles, settings } = services;
  const collection = languages.createDiagnosticCollection('purpose-all');
  const session = new LintSession();

  const lintFile = async (uri: Uri): Promise<void> => {
    // The lint service covers open files, including unsaved changes.
    if (openDocumentOf(uri)) return collection.delete(uri);
    const document = PurposeDocument.of((await readText(files, pathOf(uri))).replace(/^\uFEFF/, ''));
    const [layers, ofCare] = await Promise.all([
      settings.layersFor(uri),
      care.findingsOf(document, pathOf(uri)),
    ]);
    const result = (await session.lintInSlices(document, layers))?.with(ofCare);
    // Opened meanwhile, so the lint service shows it.
    if (openDocumentOf(uri)) return;
    collection.set(
      uri,
      result?.findings.map((one) => toDiagnostic(one, uri)),
    );
  };

  const lintAll = async (
    report: (done: number, of: number) => void,
    token: CancellationToken,
  ): Promise<void> => {
    collection.clear();
    const uris = await purposeFiles.listAfresh();
    const failures: string[] = [];
    for (const [index, uri] of uris.entries()) {
      if (token.isCancellationRequested) return;
      await lintFile(uri).catch((error: unknown) => {
        if (!(error instanceof FileError)) throw error;
        failures.push(error.message);
      });
      report(index + 1, uris.length);
    }
    if (failures.length > 0) sayNotDone(failures.slice(0, 3).join(' '));
    if (uris.length === 0) void pickPurpose(purposeFiles, 'Lint all purpose files');
    else await commands.executeCommand('workbench.actions.view.problems');
  };

  /** Updates files that have been shown before; others are skipped. */
  const again = (uri: Uri): void => {
    if (collection.has(uri)) void lintFile(uri).catch(() => collection.delete(uri));
  };
  /** The target of `serves:` or the source of a copy may have appeared or disappeared. */
  const linksAgain = ({ uri: changed }: { readonly uri: Uri | undefined }): void => {
    collection.forEach((uri, diagnostics) => {
      if (uri.toString() !== changed?.toString() && diagnostics.some(isOfLinks)) again(uri);
    });
  };
  return Disposable.from(
    collection,
    watchPurposeFiles(again, (uri) => collection.delete(uri)),
    purposeFiles.onDidChange(linksAgain),
    lint.onDidLint(({ document }) => collection.delete(document.uri)),
    commands.registerCommand('purpose.lintAll', () =>
      window.withProgress(
        { location: ProgressLocation.Notification, title: 'Linting purpose files', cancellable: true },
        (progress, token) =>
          lintAll((done, of) => progress.report({ increment: 100 / of, message: `${done} of ${of}` }), token),
      ),
    ),
  );
}

function isOfLinks(diagnostic: Diagnostic): boolean {
  const rule = ruleIn(diagnostic);
  return isRuleId(rule) && ruleOf(rule).traits.dependsOnFiles === true;
}
