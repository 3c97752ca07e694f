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
  const statement = statementOf(document.getText());
  if (document.isUntitled || !statement) {
    window.setStatusBarMessage('Adopted. Its history begins when the file is saved.', 6000);
    return false;
  }
  try {
    const save = () => document.save();
    const draft = { type: 'adopt' as const, note };
    if (await history.writer.adopt(pathOf(document.uri), draft, statement, save)) return true;
    sayNotDone('Adopted, but not recorded: the file could not be saved.');
  } catch (error) {
    sayNotDone(`Adopted, but not recorded: ${errorMessage(error)}`);
  }
  return false;
}
