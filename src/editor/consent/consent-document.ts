import { type TextDocument, Uri, workspace } from 'vscode';
import { ConsentError } from '../../consent/edit-consent';
import { currentRound, parseConsent, type Round } from '../../consent/parse-consent';
import { PurposeDocument } from '../../statement/document';
import { activePurpose } from '../active-purpose';
import { replaceText } from '../cocreate/candidates';
import { sayNotDone } from '../messages';
import { pickPurpose } from '../pick-purpose';
import { isPurposeUri } from '../purpose-documents';
import { reopenAsText } from '../reopen-as-text';
import type { Services } from '../services';

/** The purpose file of a consent command, as an editable text document; `undefined` if the user left. */
export async function consentDocument(
  title: string,
  given: unknown,
  { purposeFiles }: Services,
): Promise<TextDocument | undefined> {
  const known = given instanceof Uri ? given : activePurpose();
  const uri = known && isPurposeUri(known) ? known : await pickPurpose(purposeFiles, title);
  if (!uri || !(await reopenAsText(uri))) return undefined;
  return workspace.openTextDocument(uri);
}

/** The current round. */
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
 * Changes the round in one undo step. Saves the file only if it had no unsaved changes, so that the user's changes are
 * not saved silently. Shows a refusal.
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
