import { commands, Disposable, workspace } from 'vscode';
import { isPurposeDocument } from '../purpose-documents';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';
import { registerCopyActions } from './copy-actions';
import { FilesWithCopies } from './files-with-copies';
import { shareIntoFile } from './share-into-file';
import { askAndUpdate, updateNow } from './update-copies';

/** Copies of statements in other Markdown files: inserting, marking outdated ones, updating. */
export function registerShare(services: Services): Disposable {
  const files = new FilesWithCopies(services);
  return Disposable.from(
    files,
    registerCopyActions(files),
    commands.registerCommand('purpose.shareIntoFile', (given?: unknown) =>
      shareIntoFile(files, services.purposeFiles, given),
    ),
    commands.registerCommand('purpose.updateCopies', (how?: { readonly preview?: boolean }) =>
      how?.preview === false ? updateNow(files) : askAndUpdate(files),
    ),
    workspace.onDidSaveTextDocument(async (document) => {
      if (!isPurposeDocument(document) || !workspace.isTrusted) return;
      const wanted = workspace.getConfiguration('purpose', document.uri).get('share.updateOnSave', false);
      if (!wanted) return;
      await files.sourceSaved(document.uri);
      const path = pathOf(document.uri);
      await updateNow(files, (edit) => edit.path === path);
    }),
  );
}
