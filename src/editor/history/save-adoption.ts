import { type TextDocument, window } from 'vscode';
import { statementOf } from '../../history/statement-of';
import { errorMessage } from '../../text/error-message';
import { sayNotDone } from '../messages';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';

/**
 * Saves a file whose statement was just replaced, and records the adoption; tells the user if that is not possible yet.
 * @param note of the history entry
 * @returns whether it was recorded
 */
export async function saveAdoption(
  { history }: Pick<Services, 'history'>,
  document: TextDocument,
  note: string,
): Promise<boolean> {
  if (document.isUntitled || !statementOf(document.getText())) {
    window.setStatusBarMessage('Adopted. Its history begins when the file is saved.', 6000);
    return false;
  }
  try {
    const save = () => document.save();
    if (await history.writer.adopt(pathOf(document.uri), { type: 'adopt', note }, save)) return true;
    sayNotDone('Adopted, but not recorded: the file could not be saved.');
  } catch (error) {
    sayNotDone(`Adopted, but not recorded: ${errorMessage(error)}`);
  }
  return false;
}
