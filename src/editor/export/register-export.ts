import { commands, Disposable, type QuickPickItem, Uri } from 'vscode';
import { EXPORT_FORMATS } from '../../export/formats';
import { gatherPage } from '../../export/gather-page';
import { NO_STORY, type Story, shortStory } from '../../export/story-entries';
import { purposeName } from '../../files/purpose-name';
import { wholeHistory } from '../../history/history';
import { parsePurpose } from '../../statement/document';
import { askPick, type Step } from '../flow/quick-input';
import { targetDocument } from '../history/target-purpose';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';
import { ExportPanels } from './export-panel';

const TITLE = 'Export';

/** *Export…*: a page or a picture of a purpose, previewed before it is saved. */
export function registerExport(services: Services): Disposable {
  const panels = new ExportPanels(services.files);
  return Disposable.from(
    panels,
    commands.registerCommand('purpose.export', (given?: unknown) => exportPurpose(services, panels, given)),
    commands.registerCommand('purpose.export.saveAs', (to?: unknown) =>
      panels.save(to instanceof Uri && to.scheme !== 'webview-panel' ? to : undefined),
    ),
    commands.registerCommand('purpose.export.copy', () => panels.copy()),
  );
}

async function exportPurpose(services: Services, panels: ExportPanels, given: unknown): Promise<void> {
  const document = await targetDocument(TITLE, given, services.purposeFiles);
  if (!document) return;
  const { uri } = document;
  for (;;) {
    const format = await askPick({
      title: TITLE,
      items: EXPORT_FORMATS,
      placeholder: 'What do you want to make of it?',
    });
    if (format?.kind !== 'value') return;
    const { label, type, ending, make } = format.value;
    const story = format.value.story === 'never' ? NO_STORY : await storyOf(services, uri);
    const isAsked = format.value.story === 'optional' && story.entries.length > 0;
    const choice = isAsked ? await askForStory(label) : format.value.story === 'always' ? 'with' : 'without';
    if (choice === 'back') continue;
    if (!choice) return;
    const file = parsePurpose(document.getText());
    const content = gatherPage(file, uri.path, choice === 'with' ? story : NO_STORY, new Date());
    if (!content) return;
    const suggested = Uri.joinPath(uri, '..', `${purposeName(uri.path)}${ending}`);
    panels.show({
      title: `${content.title}: ${label.toLowerCase()}`,
      text: make(content),
      format: type,
      suggested,
    });
    return;
  }
}

async function storyOf({ history }: Services, uri: Uri): Promise<Story> {
  try {
    return shortStory((await wholeHistory(history.deps, pathOf(uri))).entries);
  } catch (error) {
    history.log.warn(`The story is left out of the page: ${String(error)}`);
    return NO_STORY;
  }
}

async function askForStory(label: string): Promise<'with' | 'without' | 'back' | undefined> {
  const items: readonly (QuickPickItem & { readonly choice: 'with' | 'without' })[] = [
    {
      choice: 'with',
      label: 'With its story',
      detail: 'How it came to be: dates, notes and the names of their authors',
    },
    { choice: 'without', label: 'Without', detail: 'The statement, whom it serves and what changes' },
  ];
  const step: Step<(typeof items)[number]> | undefined = await askPick({
    title: `${TITLE}: ${label.toLowerCase()}`,
    items,
    placeholder: 'Should its history be on it?',
    canGoBack: true,
  });
  if (step?.kind === 'value') return step.value.choice;
  return step?.kind === 'back' ? 'back' : undefined;
}
