import type { TextDocument } from 'vscode';
import { ConsentError } from '../../consent/edit-consent';
import { errorMessage } from '../../text/error-message';
import { sayNotDone } from '../messages';
import { replaceText } from '../text-edits';

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
    return errorMessage(error);
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
  const save = !document.isDirty && !document.isUntitled;
  try {
    if (!(await replaceText(document, change(document.getText())))) return false;
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
    sayNotDone(error.message);
    return false;
  }
  return !save || document.save();
}
