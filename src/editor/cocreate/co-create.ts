import { commands, type Disposable, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { buildCoCreate } from '../../cocreate/build-cocreate';
import type { NamedText } from '../../cocreate/shared-words';
import { purposeName } from '../../files/purpose-name';
import { readText } from '../../files/read-text';
import { parsePurpose } from '../../statement/parse';
import { blanksOf } from '../../templates/blanks';
import { askText } from '../flow/quick-input';
import { AnswerHelp } from '../guided/answer-help';
import type { Services } from '../services';
import { reported } from '../templates/new-from-template';
import { askName, chooseFolder, createPurpose } from '../templates/place-purpose';
import { sayNotDone } from '../text-edits';
import { pathOf } from '../vscode-files';

interface VoiceItem extends QuickPickItem {
  /** What the purpose file says; the item without one leads to typing. */
  readonly voice?: NamedText;
}

/** Sentences somebody typed: with a name they are a voice, without one a candidate only. */
interface Typed {
  readonly voices: NamedText[];
  readonly candidates: string[];
}

/** *Co-create…*: several purposes or sentences, side by side in one plain file. */
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
  if (picked.length === 0) return sayNotDone('Nothing was marked to start from, so no file was made.');
  const voices = picked.flatMap(({ voice }) => voice ?? []);
  const typed = picked.includes(typing)
    ? await askSentences(services, target)
    : { voices: [], candidates: [] };
  if (!typed) return;
  const all = [...voices, ...typed.voices];
  if (all.length + typed.candidates.length === 0) {
    return sayNotDone('There was no sentence to start from, so no file was made.');
  }
  const titled = await askText({
    title: 'What are you looking for a purpose of?',
    value: 'Our purpose',
    prompt: 'The title of the file; you can change it there.',
  });
  if (titled?.kind !== 'value') return;
  const title = titled.value.trim() || 'Our purpose';
  const chosen = await chooseFolder(target);
  const named =
    chosen &&
    (await askName(services, { folder: chosen.folder, from: title, title: 'Where should it live?' }));
  if (named?.kind !== 'value') return;
  const candidates = typed.candidates.length > 0 ? [...all.map(({ text }) => text), ...typed.candidates] : [];
  const text = buildCoCreate({ title, voices: all, candidates });
  await reported(() => createPurpose(named.value, text, 'as it is'));
}

async function voiceItems({ purposeFiles, files }: Services): Promise<VoiceItem[]> {
  const items = (await purposeFiles.list()).map(async (uri): Promise<VoiceItem[]> => {
    try {
      const { statement, title } = parsePurpose(await readText(files, pathOf(uri)));
      // What is still to be written is nobody's voice.
      if (!statement || blanksOf(statement.plain).length > 0) return [];
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
      // What cannot be read has no words to offer; the tree of purposes says why.
      return [];
    }
  });
  return (await Promise.all(items)).flat();
}

/** Asks for sentences until an empty one; `undefined` where one left. */
async function askSentences(services: Services, target: Uri | undefined): Promise<Typed | undefined> {
  const folder = target ?? workspace.workspaceFolders?.[0]?.uri;
  const help = new AnswerHelp(
    services,
    folder ? Uri.joinPath(folder, 'new.purpose.md') : Uri.parse('untitled:new.purpose.md'),
  );
  const typed: Typed = { voices: [], candidates: [] };
  for (let number = 1; ; number++) {
    const step = await askText({
      title:
        number === 1 ? 'What does the first of you say?' : `Sentence ${number}: what does the next one say?`,
      placeholder: 'Ana: We bake bread for sailors.',
      prompt: 'A name and a colon before it make it a voice. An empty line ends the list.',
      onType: (value) => help.ofText(wordsOf(value).text),
    });
    if (step?.kind !== 'value') return undefined;
    const { name, text } = wordsOf(step.value);
    if (text === '') return typed;
    if (name === '') typed.candidates.push(text);
    else typed.voices.push({ name, text });
  }
}

/** `Ana: We bake.` is Ana's; a sentence with a colon further on is nobody's. */
function wordsOf(line: string): NamedText {
  const [, name = '', words] = /^\s*([^:.!?“”"]{1,40}?)\s*:\s+(\S.*)$/.exec(line) ?? [];
  return words === undefined ? { name: '', text: line.trim() } : { name, text: words.trim() };
}
