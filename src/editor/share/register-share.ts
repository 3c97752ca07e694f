import { commands, Disposable, workspace } from 'vscode';
import { isPurposeDocument } from '../purpose-documents';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';
import { registerCopyActions } from './copy-actions';
import { HostCopies } from './host-copies';
import { shareIntoFile } from './share-into-file';
import { askAndUpdate, updateNow } from './update-copies';

/** Copies of statements in other Markdown files: inserting, marking outdated ones, updating. */
export function registerShare(services: Services): Disposable {
  const hosts = new HostCopies(services);
  return Disposable.from(
    hosts,
    registerCopyActions(hosts),
    commands.registerCommand('purpose.shareIntoFile', (given?: unknown) =>
      shareIntoFile(hosts, services.purposeFiles, given),
    ),
    commands.registerCommand('purpose.updateCopies', (how?: { readonly preview?: boolean }) =>
      how?.preview === false ? updateNow(hosts) : askAndUpdate(hosts),
    ),
    workspace.onDidSaveTextDocument(async (document) => {
      if (!isPurposeDocument(document) || !workspace.isTrusted) return;
      const wanted = workspace.getConfiguration('purpose', document.uri).get('share.updateOnSave', false);
      if (!wanted) return;
      await hosts.sourceSaved(document.uri);
      const path = pathOf(document.uri);
      await updateNow(hosts, (edit) => edit.path === path);
    }),
  );
}
