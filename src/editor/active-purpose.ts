import { Uri, window } from 'vscode';
import { isPurposeDocument, isPurposeUri } from './purpose-documents';

/**
 * The purpose file of the active tab, in any kind of editor: a text editor, a custom editor or one of VS Code's own.
 */
export function activePurpose(): Uri | undefined {
  const active = window.activeTextEditor?.document;
  if (active) return isPurposeDocument(active) ? active.uri : undefined;
  const { uri } = (window.tabGroups.activeTabGroup.activeTab?.input ?? {}) as { readonly uri?: unknown };
  return uri instanceof Uri && isPurposeUri(uri) ? uri : undefined;
}
