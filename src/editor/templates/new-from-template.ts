import { commands, type Disposable, Uri, window } from 'vscode';
import { FileError } from '../../files/file-access';
import { askingBody } from '../../templates/template';
import { askPick } from '../flow/quick-input';
import type { Services } from '../services';
import { templatesOf } from './own-templates';
import { showProblem, templateItems } from './pick-template';
import { askName, chooseFolder, createPurpose, emptyPurpose, fillPurpose } from './place-purpose';

/** *New from Template…*: choose a template and a name; the file opens with its blanks as tab stops. */
export function registerNewFromTemplate(services: Services): Disposable {
  return commands.registerCommand('purpose.newFromTemplate', (target?: unknown) =>
    newFromTemplate(services, target instanceof Uri ? target : undefined),
  );
}

async function newFromTemplate(services: Services, target: Uri | undefined): Promise<void> {
  const items = templateItems(await templatesOf(services));
  const empty = await emptyPurpose(target);
  for (;;) {
    const picked = await askPick({
      title: 'New purpose',
      step: 1,
      totalSteps: empty ? 1 : 2,
      placeholder: 'Which one is nearest to what you need? Each is a start, none is the right one.',
      items,
    });
    if (picked?.kind !== 'value') return;
    const { template, problem } = picked.value;
    if (problem) return showProblem(problem);
    if (!template) continue;
    if (empty) return reported(() => fillPurpose(empty, askingBody(template)));
    const chosen = await chooseFolder(target);
    if (!chosen) return;
    const named = await askName(services, {
      folder: chosen.folder,
      from: template.id,
      title: `New purpose: ${template.title}`,
      canGoBack: true,
    });
    if (!named) return;
    if (named.kind === 'value') return reported(() => createPurpose(named.value, askingBody(template)));
  }
}

/** Runs an action and shows its error to the user. */
export async function reported(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Error || error instanceof FileError)) throw error;
    void window.showErrorMessage(error.message);
  }
}
