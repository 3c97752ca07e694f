import { commands, type Disposable, type Uri, window, workspace } from 'vscode';
import { purposeName } from '../../files/purpose-name';
import { wholeHistory } from '../../history/history';
import { storyOf } from '../../history/story';
import { sayNotDone } from '../messages';
import { purposeFor } from '../pick-purpose';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';

/** *Export Story*: the history as Markdown in a new, unsaved document; nothing is written until the user saves it. */
export function registerExportStory(services: Services, shown: () => Uri | undefined): Disposable {
  return commands.registerCommand('purpose.exportStory', async (given?: unknown) => {
    const uri = await purposeFor('Export Story', given, services.purposeFiles, shown());
    if (!uri) return;
    const history = await wholeHistory(services.history.deps, pathOf(uri));
    const name = purposeName(uri.path);
    if (history.entries.length === 0) {
      sayNotDone(`${name} has no history yet: it begins with the first change that you save.`);
      return;
    }
    const content = storyOf(name, history.entries, history.older === 'shallow');
    const document = await workspace.openTextDocument({ language: 'markdown', content });
    await window.showTextDocument(document, { preview: false });
  });
}
