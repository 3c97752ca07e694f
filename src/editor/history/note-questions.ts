import { commands, type QuickPickItem, Uri, window } from 'vscode';
import { purposeName } from '../../files/purpose-name';
import { phraseAt } from '../../history/phrase';
import { FITS, type Fit } from '../../history/record';
import type { EntryDraft } from '../../history/recorder-types';
import { fitWords } from '../../history/vocabulary';
import { parsePurpose } from '../../statement/document';
import { fold } from '../../text/fold';
import { shortened } from '../../text/shortened';
import { toRange } from '../purpose-documents';
import type { Services } from '../services';
import type { HistoryServices } from './history-services';
import { askSigned } from './signed-text';
import type { TargetPurpose } from './target-purpose';

const FIT_ITEMS = FITS.map((fit): QuickPickItem & { readonly fit: Fit } => {
  const { label, detail } = fitWords(fit);
  return { fit, label: fit === 'pinches' ? 'Pinches here' : label, detail };
});

/** An earlier wording that a note is about. */
export interface OlderWording {
  /** The id of its record, or the hash of its commit. */
  readonly id: string;
  readonly statement: string;
}

export function isOlder(given: unknown): given is OlderWording {
  const { id, statement } = (given ?? {}) as Partial<Record<string, unknown>>;
  return typeof id === 'string' && typeof statement === 'string';
}

/** Asks how the purpose fits, where it pinches, and what the user noticed; `undefined` if they leave. */
export async function askHowItFits(
  front: TargetPurpose,
  about: OlderWording | undefined,
  history: HistoryServices,
): Promise<EntryDraft | undefined> {
  const marked = about ? undefined : markedPhrase(front);
  const statement = about?.statement ?? front.statement.plain;
  const title = about ? 'How did it fit?' : 'How does it fit?';
  const picked = await window.showQuickPick(FIT_ITEMS, {
    title,
    placeHolder: shortened(statement, 80),
    matchOnDetail: true,
  });
  if (!picked) return undefined;
  let phrase = marked ?? '';
  if (picked.fit === 'pinches' && marked === undefined) {
    const given = await window.showInputBox({
      title: 'Where does it pinch?',
      prompt: 'Keep only the words that pinch. (Select them in the text first, and they appear here.)',
      value: statement,
      validateInput: (value) =>
        fold(value) !== '' && contains(value, statement)
          ? undefined
          : 'The statement does not contain these words in this order.',
    });
    if (given === undefined) return undefined;
    phrase = fold(given) === fold(statement) ? '' : fold(given);
  }
  const question = {
    title: `${title} ${picked.label}${phrase ? `: “${shortened(phrase, 80)}”` : ''}`,
    prompt: 'What did you notice? One sentence is enough, none is fine.',
  };
  const signed = await askSigned(question, front.uri, front.document.getText(), history);
  if (!signed) return undefined;
  const { text: note, author } = signed;
  return { type: 'note', fit: picked.fit, phrase, note, author, ...(about && { about: about.id }) };
}

/** Asks for a reason and its author. */
export async function askWhy(
  title: string,
  prompt: string,
  placeholder: string,
  { uri, document }: TargetPurpose,
  history: HistoryServices,
): Promise<{ note: string; author: string } | undefined> {
  const signed = await askSigned({ title, prompt, placeholder }, uri, document.getText(), history, (text) =>
    text.trim() === '' ? 'Please give a reason: in a year it is what you will look for.' : undefined,
  );
  return signed && { note: signed.text, author: signed.author };
}

interface NextStep extends QuickPickItem {
  readonly go?: () => Thenable<unknown>;
}

/** Asks after a pivot how to write the new statement: by questions, from a template, or later. */
export async function askHowToGoOn({ document, uri }: TargetPurpose): Promise<NextStep | undefined> {
  const run = (command: string, target: Uri) => () => commands.executeCommand(command, target);
  const choices: readonly NextStep[] = [
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
      detail: 'Part by part: what stays, what is reworded.',
      go: run('purpose.rediscover', uri),
    },
    {
      label: 'Start from a template',
      detail: 'A new file beside this one, with a history of its own.',
      go: run('purpose.newFromTemplate', Uri.joinPath(uri, '..')),
    },
    { label: 'Later', detail: 'The old statement stays until you change it.' },
  ];
  return window.showQuickPick(choices, {
    title: 'How do you want to go on?',
    placeHolder: 'Your choice records the old statement and your reason; Escape records nothing.',
  });
}

/** The people in the statement, to name them in a question. */
export async function whoIsServed(
  { document }: TargetPurpose,
  { lint }: Services,
): Promise<string | undefined> {
  return (await lint.current(document))?.result.anatomy.who?.text;
}

/** The name of the purpose that a command is about: it need not be the active file. */
export function nameOf({ uri }: TargetPurpose): string {
  return purposeName(uri.path);
}

/** The part of the selection inside the statement. */
function markedPhrase({ document }: TargetPurpose): string | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || editor.selection.isEmpty) return undefined;
  const { start, end } = editor.selection;
  return phraseAt(document.getText(), document.offsetAt(start), document.offsetAt(end));
}

function contains(phrase: string, statement: string): boolean {
  return fold(statement).toLowerCase().includes(fold(phrase).toLowerCase());
}
