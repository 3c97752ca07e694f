import {
  commands,
  type Disposable,
  Position,
  type QuickPickItem,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import { buildCoCreate } from '../../cocreate/build-cocreate';
import { parseCoCreate } from '../../cocreate/parse-cocreate';
import type { NamedText } from '../../cocreate/shared-words';
import { type TypedSentences, typedSentences } from '../../cocreate/typed-sentences';
import { purposeName } from '../../files/purpose-name';
import { readText } from '../../files/read-text';
import { parsePurpose } from '../../statement/document';
import { hasOpenBlank } from '../../text/open-blanks';
import { askText } from '../flow/quick-input';
import { sayNotDone } from '../messages';
import type { Services } from '../services';
import { showText } from '../show-text';
import { reported } from '../templates/new-from-template';
import { askName, chooseFolder, createPurpose } from '../templates/place-purpose';
import { pathOf } from '../vscode-files';

interface VoiceItem extends QuickPickItem {
  /** The statement of a purpose file; undefined for the item that leads to typing. */
  readonly voice?: NamedText;
}

const OURS = 'Our purpose';
const NOTHING_TYPED: TypedSentences = { voices: [], candidates: [], isFinished: true };

/** *Co-create…*: puts several purposes or sentences side by side in one plain file. */
export function registerCoCreateCommand(services: Services): Disposable {
  return commands.registerCommand('purpose.coCreate', (target?: unknown) =>
    coCreate(services, target instanceof Uri ? target : undefined),
  );
}

async function coCreate(services: Services, target: Uri | undefined): Promise<void> {
  const files = await voiceItems(services);
  const typing: VoiceItem = {
    label: '$(edit) Sentences that you type in',
    detail: 'One after the other: what somebody says, or a sentence to choose from',
    picked: files.length === 0,
  };
  const picked = await window.showQuickPick([typing, ...files], {
    title: 'Write a purpose together: which words do you start from?',
    placeHolder: 'Choose several: Space or a click marks one, Enter goes on.',
    canPickMany: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!picked) return;
  if (picked.length === 0) return sayNotDone('Nothing was selected, so no file was created.');
  const voices = picked.flatMap(({ voice }) => voice ?? []);
  const typed = picked.includes(typing) ? await typedSentences(askSentence) : NOTHING_TYPED;
  const all = [...voices, ...typed.voices];
  const candidates = typed.candidates.length > 0 ? [...all.map(({ text }) => text), ...typed.candidates] : [];
  const textOf = (title: string) => buildCoCreate({ title, voices: all, candidates });
  const keep = async (title = OURS): Promise<void> => {
    if (typed.voices.length + typed.candidates.length === 0) return;
    await showText(textOf(title));
    window.setStatusBarMessage('No file was made: what you typed is in a new document.', 8000);
  };
  if (!typed.isFinished) return keep();
  if (all.length + typed.candidates.length === 0) {
    return sayNotDone('There was no sentence to start from, so no file was made.');
  }
  const titled = await askText({
    title: 'Whose purpose is this?',
    value: OURS,
    prompt: 'The title of the file; you can change it there.',
  });
  if (titled?.kind !== 'value') return keep();
  const title = titled.value.trim() || OURS;
  const chosen = await chooseFolder(target);
  const named =
    chosen && (await askName(services, { folder: chosen.folder, from: title, title: 'File name' }));
  if (named?.kind !== 'value') return keep(title);
  const text = textOf(title);
  await reported(async () => {
    try {
      await createPurpose(named.value, text, 'as it is');
    } catch (error) {
      await keep(title);
      throw error;
    }
    void nameNextStep(named.value, text);
  });
}

/** Shows the candidates and names the next step. */
async function nameNextStep(uri: Uri, text: string): Promise<void> {
  const { candidates } = parseCoCreate(text);
  const [editor, first] = [window.activeTextEditor, candidates[0]];
  if (editor?.document.uri.toString() === uri.toString() && first) {
    // Above the candidate, not in it: a vote must ask for which candidate it is.
    const { line } = editor.document.positionAt(first.span.start);
    const at = new Position(Math.max(0, line - 1), 0);
    editor.selection = new Selection(at, at);
    editor.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport);
  }
  const steps = [
    { title: 'Add a Voice…', command: 'purpose.addVoice' },
    { title: 'Vote…', command: 'purpose.vote' },
  ];
  const chosen = await window.showInformationMessage(
    'Next: let everybody vote, then adopt a candidate (the line above each one does both).',
    ...steps,
  );
  if (chosen) await commands.executeCommand(chosen.command, uri);
}

async function voiceItems({ purposeFiles, files }: Services): Promise<VoiceItem[]> {
  const items = (await purposeFiles.list()).map(async (uri): Promise<VoiceItem[]> => {
    try {
      const { statement, title } = parsePurpose(await readText(files, pathOf(uri)));
      // A statement with open blanks is not a voice yet.
      if (!statement || hasOpenBlank(statement.plain)) return [];
      const name = title?.trim() || purposeName(uri.path);
      return [
        {
          label: name,
          description: workspace.asRelativePath(uri),
          detail: statement.plain,
          voice: { name, text: statement.markdown },
        },
      ];
    } catch {
      // An unreadable file has nothing to offer; the tree of purposes says why.
      return [];
    }
  });
  return (await Promise.all(items)).flat();
}

/** Asks for one sentence. It is not linted, so as not to interrupt people who are still looking for words. */
async function askSentence(number: number): Promise<string | undefined> {
  const step = await askText({
    title:
      number === 1 ? 'What does the first of you say?' : `Sentence ${number}: what does the next one say?`,
    placeholder: 'Ana: We bake bread for sailors.',
    prompt: 'Begin with a name and a colon (Ana: …) to say who speaks. Enter on an empty line finishes.',
  });
  return step?.kind === 'value' ? step.value : undefined;
}
