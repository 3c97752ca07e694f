import pLimit from 'p-limit';
import { type Disposable, type LogOutputChannel, workspace } from 'vscode';
import { isMarkdownPath, isPurposePath } from '../../files/purpose-name';
import type { Recorder } from '../../history/recorder';
import { moveRecords } from '../../history/records-folder';
import { errorMessage } from '../../text/error-message';
import { isAdopted } from '../adopted-files';
import { pathOf, type VscodeFiles } from '../vscode-files';

/**
 * Moves the records of a purpose file when it is renamed or moved in the editor, and back when that is undone.
 * The records of a deleted purpose stay, as its history.
 */
export function moveRecordsAlong(files: VscodeFiles, recorder: Recorder, log: LogOutputChannel): Disposable {
  // In sequence, because a quick rename and its undo must not overlap.
  const queue = pLimit(1);
  return workspace.onDidRenameFiles(({ files: renamed }) => {
    for (const { oldUri, newUri } of renamed) {
      const [from, to] = [pathOf(oldUri), pathOf(newUri)];
      const belongs = isPurposePath(from) ? isPurposePath(to) : isAdopted(oldUri) && isMarkdownPath(to);
      if (!belongs) continue;
      queue(() => recorder.renamed(from, () => moveRecords(files, from, to))).catch((error: unknown) => {
        log.warn(
          `The records of ${workspace.asRelativePath(oldUri)} stay where they are: ${errorMessage(error)}`,
        );
      });
    }
  });
}
