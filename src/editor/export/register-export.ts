import { commands, Disposable, type QuickPickItem, Uri } from 'vscode';
import { exportBadge } from '../../export/badge';
import { gatherPage } from '../../export/gather';
import { exportMarkdown } from '../../export/markdown-page';
import { exportHtml } from '../../export/page';
import type { PageContent } from '../../export/page-content';
import { exportSvg } from '../../export/picture';
import { type Story, shortStory } from '../../export/story-entries';
import { purposeName } from '../../files/purpose-name';
import { openHistory } from '../../history/history';
import { parsePurpose } from '../../statement/parse';
import { askPick, type Step } from '../flow/quick-input';
import { targetDocument } from '../history/target-purpose';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';
import { type Exported, ExportPanels } from './export-panel';

interface Format extends QuickPickItem {
  readonly format: Exported['format'];
  readonly ending: string;
  readonly make: (content: PageContent) => string;
}

const FORMATS: readonly Format[] = [
  {
    label: 'Page',
    detail: 'One HTML file to read, print or put on a site; light and dark',
    format: 'html',
    ending: '.html',
    make: exportHtml,
  },
  {
    label: 'Picture',
    detail: 'An SVG for a wall or a slide: the statement alone',
    format: 'svg',
    ending: '.svg',
    make: exportSvg,
  },
  {
    label: 'Badge',
    detail: 'A small SVG for a README: when it was last reviewed',
    format: 'svg',
    ending: '-badge.svg',
    make: exportBadge,
  },
  {
    label: 'Markdown',
    detail: 'A page for a wiki',
    format: 'markdown',
    ending: '.page.md',
    make: exportMarkdown,
  },
];
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
      items: FORMATS,
      placeholder: 'What do you want to make of it?',
    });
    if (format?.kind !== 'value') return;
    const { label, format: kind, ending, make } = format.value;
    const story = make === exportSvg ? NO_STORY : await storyOf(services, uri);
    const isAsked = kind !== 'svg' && story.entries.length > 0;
    const told = isAsked ? await askForStory(label) : make === exportBadge ? 'with' : 'without';
    if (told === 'back') continue;
    if (!told) return;
    const file = parsePurpose(document.getText());
    const content = gatherPage(file, uri.path, told === 'with' ? story : NO_STORY, new Date());
    if (!content) return;
    const suggested = Uri.joinPath(uri, '..', `${purposeName(uri.path)}${ending}`);
    panels.show({
      title: `${content.title}: ${label.toLowerCase()}`,
      text: make(content),
      format: kind,
      suggested,
    });
    return;
  }
}

const NO_STORY: Story = { entries: [], skipped: 0 };

async function storyOf({ history }: Services, uri: Uri): Promise<Story> {
  try {
    const found = await openHistory(history.deps, pathOf(uri));
    if (found.older === 'more') await found.more(Number.POSITIVE_INFINITY);
    return shortStory(found.entries);
  } catch (error) {
    history.log.warn(`The story is left out of the page: ${String(error)}`);
    return NO_STORY;
  }
}

async function askForStory(label: string): Promise<'with' | 'without' | 'back' | undefined> {
  const items: readonly (QuickPickItem & { readonly told: 'with' | 'without' })[] = [
    {
      told: 'with',
      label: 'With its story',
      detail: 'How it came to be: dates, notes and the names of their authors',
    },
    { told: 'without', label: 'Without', detail: 'The statement, whom it serves and what changes' },
  ];
  const step: Step<(typeof items)[number]> | undefined = await askPick({
    title: `${TITLE}: ${label.toLowerCase()}`,
    items,
    placeholder: 'Should its history be on it?',
    canGoBack: true,
  });
  if (step?.kind === 'value') return step.value.told;
  return step?.kind === 'back' ? 'back' : undefined;
}
