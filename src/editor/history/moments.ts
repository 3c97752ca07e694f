import { commands, Disposable, type QuickPickItem, type Uri, window } from 'vscode';
import type { Fit } from '../../history/record';
import type { Moment } from '../../history/refine';
import { fold } from '../../history/statement-of';
import { parsePurpose } from '../../statement/parse';
import { toRange } from '../purpose-documents';
import { pathOf } from '../vscode-files';
import type { HistoryServices } from './history-services';
import { type InFront, purposeInFront } from './purpose-in-front';

const FITS: readonly (QuickPickItem & { readonly fit: Fit })[] = [
  { fit: 'fits', label: 'Fits', detail: 'It says what we do, and we do what it says.' },
  { fit: 'tight', label: 'Too tight', detail: 'It leaves out something that we do, and want to do.' },
  { fit: 'loose', label: 'Too loose', detail: 'It would fit anybody; it helps us to decide nothing.' },
  { fit: 'pinches', label: 'Pinches here', detail: 'It is right on the whole; some words of it hurt.' },
];

/** The commands that say something of a purpose without changing it: a fit note, a reaffirmation, a pivot. */
export function registerMoments(history: HistoryServices, shown: () => Uri | undefined): Disposable {
  const record = async ({ document, statement }: InFront, moment: Moment): Promise<boolean> => {
    try {
      await history.writer.moment(pathOf(document.uri), statement, moment);
      return true;
    } catch (error) {
      void window.showErrorMessage(
        `Nothing was recorded. ${error instanceof Error ? error.message : String(error)}`,
      );
      return false;
    }
  };
  return Disposable.from(
    commands.registerCommand('purpose.noteFit', async (given?: unknown, about?: unknown) => {
      const front = await purposeInFront(given, shown());
      if (!front) return;
      const moment = await askHowItFits(front, typeof about === 'string' ? about : undefined);
      if (moment && (await record(front, moment))) window.setStatusBarMessage('Noted how it fits.', 4000);
    }),
    commands.registerCommand('purpose.reaffirm', async (given?: unknown) => {
      const front = await purposeInFront(given, shown());
      if (!front) return;
      const note = await askWhy('Reaffirm', 'Why does it still hold?', 'We looked at it together in May; …');
      if (note !== undefined && (await record(front, { type: 'reaffirm', note }))) {
        window.setStatusBarMessage('Reaffirmed.', 4000);
      }
    }),
    commands.registerCommand('purpose.pivot', async (given?: unknown) => {
      const front = await purposeInFront(given, shown());
      if (!front) return;
      const note = await askWhy('Pivot', 'Why does the old one go?', 'The people we serve have changed: …');
      if (note !== undefined && (await record(front, { type: 'pivot', note }))) await offerStart(front);
    }),
  );
}

async function askHowItFits(front: InFront, about: string | undefined): Promise<Moment | undefined> {
  const marked = markedPhrase(front);
  const title = 'How does it fit?';
  const picked = await window.showQuickPick(FITS, {
    title,
    placeHolder: shorten(front.statement.plain),
    matchOnDetail: true,
  });
  if (!picked) return undefined;
  let phrase = marked ?? '';
  if (picked.fit === 'pinches' && marked === undefined) {
    const given = await window.showInputBox({
      title: 'Where does it pinch?',
      prompt: 'The words of the statement that hurt. Words that you select beforehand stand here.',
      value: front.statement.plain,
      validateInput: (value) =>
        fold(value) !== '' && stands(value, front.statement.plain)
          ? undefined
          : 'These words do not stand in the statement one after the other.',
    });
    if (given === undefined) return undefined;
    phrase = fold(given) === fold(front.statement.plain) ? '' : fold(given);
  }
  const note = await window.showInputBox({
    title: `${title} ${picked.label}${phrase ? `: “${shorten(phrase)}”` : ''}`,
    prompt: 'What did you notice? One sentence is enough, none is fine.',
  });
  if (note === undefined) return undefined;
  return { type: 'note', fit: picked.fit, phrase, note, ...(about !== undefined && { about }) };
}

async function askWhy(title: string, prompt: string, example: string): Promise<string | undefined> {
  const given = await window.showInputBox({
    title,
    prompt,
    placeHolder: example,
    validateInput: (value) =>
      value.trim() === '' ? 'In a year the reason is what you look for.' : undefined,
  });
  return given?.trim() || undefined;
}

/** After a pivot: to write the new statement at once, from a template, or another day. */
async function offerStart({ document }: InFront): Promise<void> {
  const now = { label: 'Write the new one now', detail: 'The old statement is marked: type over it.' };
  const template = { label: 'Start from a template', detail: 'A new file beside this one.' };
  const later = { label: 'Later', detail: 'The old statement stays until you change it.' };
  const known = new Set(await commands.getCommands(true));
  const choices = known.has('purpose.newFromTemplate') ? [now, template, later] : [now, later];
  const chosen = await window.showQuickPick(choices, {
    title: 'The old statement and your reason are kept',
    placeHolder: 'How do you want to go on?',
  });
  if (chosen === template) await commands.executeCommand('purpose.newFromTemplate');
  if (chosen !== now) return;
  const { statement } = parsePurpose(document.getText());
  const selection = statement && toRange(statement);
  await window.showTextDocument(document, selection && { selection });
}

/** What is selected, where it stands in the statement. */
function markedPhrase({ document, statement }: InFront): string | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || editor.selection.isEmpty) return undefined;
  // A selection over lines of a quote holds its marks.
  const selected = fold(document.getText(editor.selection).replace(/\n[ \t]*>[ \t]?/g, '\n'));
  return selected !== '' && stands(selected, statement.plain) ? selected : undefined;
}

function stands(phrase: string, statement: string): boolean {
  return fold(statement).toLowerCase().includes(fold(phrase).toLowerCase());
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}
