import { Uri } from 'vscode';
import { isPurposeUri } from '../purpose-documents';
import { markPreview, type PreviewState } from './mark-preview';

/** Colours what the preview shows; `env` is what VS Code's preview tells its plugins. */
export function previewPlugin(
  state: PreviewState & { readonly env?: { readonly currentDocument?: unknown } },
): void {
  const uri = state.env?.currentDocument;
  markPreview(state, uri instanceof Uri && isPurposeUri(uri));
}
