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
import { readVoiceLine } from '../../cocreate/voice-line';
import { purposeName } from '../../files/purpose-name';
import { readText } from '../../files/read-text';
import { parsePurpose } from '../../statement/document';
import { hasOpenBlank } from '../../text/open-blanks';
import { askText } from '../flow/quick-input';
import { sayNotDone } from '../messages';
import type { Services } from '../services';
import { reported } from '../templates/new-from-template';
import { askName, chooseFolder, createPurpose } from '../templates/place-purpose';
import { pathOf } from '../vscode-files';

interface VoiceItem extends QuickPickItem {
  /** The statement of a purpose file; undefined for the item that leads to typing. */
  readonly voice?: NamedText;
}

/** Typed sentences: with a name they are a voice, without one only a candidate. */
interface Typed {
  readonly voices: NamedText[];
  readonly candidates: string[];
}

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
  const typed = picked.includes(typing) ? await askSentences() : { voices: [], candidates: [] };
  if (!typed) return;
  const all = [...voices, ...typed.voices];
  if (all.length + typed.candidates.length === 0) {
    return sayNotDone('There was no sentence to start from, so no file was made.');
  }
  const titled = await askText({
    title: 'Whose purpose is this?',
    value: 'Our purpose',
    prompt: 'The title of the file; you can change it there.',
  });
  if (titled?.kind !== 'value') return;
  const title = titled.value.trim() || 'Our purpose';
  const chosen = await chooseFolder(target);
  const named =
    chosen && (await askName(services, { folder: chosen.folder, from: title, title: 'File name' }));
  if (named?.kind !== 'value') return;
  const candidates = typed.candidates.length > 0 ? [...all.map(({ text }) => text), ...typed.candidates] : [];
  const text = buildCoCreate({ title, voices: all, candidates });
  await reported(async () => {
    await createPurpose(named.value, text, 'as it is');
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

/**
 * Asks for sentences until an empty one; `undefined` if the user left. They are not linted, so as not to interrupt
 * people who are still looking for words.
 */
async function askSentences(): Promise<Typed | undefined> {
  const typed: Typed = { voices: [], candidates: [] };
  for (let number = 1; ; number++) {
    const step = await askText({
      title:
        number === 1 ? 'What does the first of you say?' : `Sentence ${number}: what does the next one say?`,
      placeholder: 'Ana: We bake bread for sailors.',
      prompt: 'Begin with a name and a colon (Ana: …) to say who speaks. Enter on an empty line finishes.',
    });
    if (step?.kind !== 'value') return undefined;
    const { name, text } = readVoiceLine(
      step.value,
      typed.voices.map((voice) => voice.name),
    );
    if (text === '') return typed;
    if (name === '') typed.candidates.push(text);
    else typed.voices.push({ name, text });
  }
}
