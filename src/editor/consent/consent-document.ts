import { type TextDocument, Uri, workspace } from 'vscode';
import { ConsentError } from '../../consent/edit-consent';
import { currentRound, parseConsent, type Round } from '../../consent/parse-consent';
import { PurposeDocument } from '../../statement/document';
import { activePurpose, asText, pickPurpose } from '../active-purpose';
import { replaceText } from '../cocreate/candidates';
import { isPurposeUri } from '../purpose-documents';
import type { Services } from '../services';
import { sayNotDone } from '../text-edits';

/** The purpose file whose round a command is about, as text that can be edited; `undefined` if the user left. */
export async function consentDocument(
  title: string,
  given: unknown,
  { purposeFiles }: Services,
): Promise<TextDocument | undefined> {
  const known = given instanceof Uri ? given : activePurpose();
  const uri = known && isPurposeUri(known) ? known : await pickPurpose(purposeFiles, title);
  if (!uri || !(await asText(uri))) return undefined;
  return workspace.openTextDocument(uri);
}

/** The round that answers go to. */
export function roundIn(text: string): Round | undefined {
  const consent = parseConsent(PurposeDocument.of(text));
  return consent && currentRound(consent);
}

/** Today's date in UTC, ISO 8601. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Why a change of the round is refused; `undefined` if it is not. */
export function refusal(change: () => string): string | undefined {
  try {
    change();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Changes the round as one step of undo. The file is saved if it had no unsaved changes before; else the user's own
 * changes would be saved without a word. A refusal is shown.
 */
export async function changeRound(
  document: TextDocument,
  change: (text: string) => string,
): Promise<boolean> {
  const text = document.getText();
  const save = !document.isDirty && !document.isUntitled;
  try {
    if (!(await replaceText(document, text, change(text)))) return false;
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
    sayNotDone(error.message);
    return false;
  }
  return !save || document.save();
}
