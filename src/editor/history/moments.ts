import { commands, Disposable, type QuickPickItem, Uri, window } from 'vscode';
import { purposeName } from '../../files/purpose-name';
import { phraseAt } from '../../history/phrase';
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
      const moment = await askHowItFits(front, isOlder(about) ? about : undefined);
      if (moment && (await record(front, moment))) window.setStatusBarMessage('Noted how it fits.', 4000);
    }),
    commands.registerCommand('purpose.reaffirm', async (given?: unknown) => {
      const front = await purposeInFront(given, shown());
      if (!front) return;
      const note = await askWhy(
        `Reaffirm “${nameOf(front)}”`,
        'Why does it still hold?',
        'We looked at it together in May; …',
      );
      if (note !== undefined && (await record(front, { type: 'reaffirm', note }))) {
        window.setStatusBarMessage('Reaffirmed.', 4000);
      }
    }),
    commands.registerCommand('purpose.pivot', async (given?: unknown) => {
      const front = await purposeInFront(given, shown());
      if (!front) return;
      const note = await askWhy(
        `Pivot “${nameOf(front)}”`,
        'Why does the old one go?',
        'The people we serve have changed: …',
      );
      if (note !== undefined && (await record(front, { type: 'pivot', note }))) await offerStart(front);
    }),
  );
}

/** An older wording that a note is about. */
export interface OlderWording {
  /** The id of its record, or the hash of its commit. */
  readonly id: string;
  readonly statement: string;
}

function isOlder(given: unknown): given is OlderWording {
  const { id, statement } = (given ?? {}) as Partial<Record<string, unknown>>;
  return typeof id === 'string' && typeof statement === 'string';
}

async function askHowItFits(front: InFront, about: OlderWording | undefined): Promise<Moment | undefined> {
  const marked = about ? undefined : markedPhrase(front);
  const statement = about?.statement ?? front.statement.plain;
  const title = about ? 'How did it fit?' : 'How does it fit?';
  const picked = await window.showQuickPick(FITS, {
    title,
    placeHolder: shorten(statement),
    matchOnDetail: true,
  });
  if (!picked) return undefined;
  let phrase = marked ?? '';
  if (picked.fit === 'pinches' && marked === undefined) {
    const given = await window.showInputBox({
      title: 'Where does it pinch?',
      prompt: 'The words of the statement that hurt. Words that you select beforehand stand here.',
      value: statement,
      validateInput: (value) =>
        fold(value) !== '' && stands(value, statement)
          ? undefined
          : 'These words do not stand in the statement one after the other.',
    });
    if (given === undefined) return undefined;
    phrase = fold(given) === fold(statement) ? '' : fold(given);
  }
  const note = await window.showInputBox({
    title: `${title} ${picked.label}${phrase ? `: “${shorten(phrase)}”` : ''}`,
    prompt: 'What did you notice? One sentence is enough, none is fine.',
  });
  if (note === undefined) return undefined;
  return { type: 'note', fit: picked.fit, phrase, note, ...(about && { about: about.id }) };
}

async function askWhy(title: string, prompt: string, example: string): Promise<string | undefined> {
  const given = await window.showInputBox({
    title,
    prompt,
    placeHolder: example,
    validateInput: (value) =>
      value.trim() === '' ? 'A sentence, please: in a year the reason is what you look for.' : undefined,
  });
  return given?.trim() || undefined;
}

/** After a pivot: to write the new statement at once, by questions, from a template, or another day. */
async function offerStart({ document }: InFront): Promise<void> {
  const { uri } = document;
  const run = (command: string, target: Uri) => () => commands.executeCommand(command, target);
  const choices: readonly (QuickPickItem & { readonly go?: () => Thenable<unknown> })[] = [
    {
      label: 'Write the new one now',
      detail: 'The old statement is marked: type over it.',
      go: () => {
        const { statement } = parsePurpose(document.getText());
        return window.showTextDocument(document, statement && { selection: toRange(statement) });
      },
    },
    {
      label: 'Go through it, question by question',
      detail: 'Part by part: what stays, what is said anew.',
      go: run('purpose.rediscover', uri),
    },
    {
      label: 'Start from a template',
      detail: 'A new file beside this one, with a history of its own.',
      go: run('purpose.newFromTemplate', Uri.joinPath(uri, '..')),
    },
    { label: 'Later', detail: 'The old statement stays until you change it.' },
  ];
  const chosen = await window.showQuickPick(choices, {
    title: 'The old statement and your reason are kept',
    placeHolder: 'How do you want to go on?',
  });
  await chosen?.go?.();
}

/** Which purpose is spoken of: it need not be the file in front. */
function nameOf({ document }: InFront): string {
  return purposeName(document.uri.path);
}

/** What is selected, as far as it lies in the statement. */
function markedPhrase({ document }: InFront): string | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || editor.selection.isEmpty) return undefined;
  const { start, end } = editor.selection;
  return phraseAt(document.getText(), document.offsetAt(start), document.offsetAt(end));
}

function stands(phrase: string, statement: string): boolean {
  return fold(statement).toLowerCase().includes(fold(phrase).toLowerCase());
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}
