import { type TextDocument, window } from 'vscode';
import { addCandidate, addVoice } from '../../cocreate/add-words';
import { parseCoCreate } from '../../cocreate/parse-cocreate';
import { askWho } from '../flow/ask-who';
import { askText } from '../flow/quick-input';
import { authorFor } from '../history/author';
import { voicesIn } from '../history/signed-text';
import { editablePurpose } from '../reopen-as-text';
import type { Services } from '../services';
import { replaceText } from '../text-edits';
import { pathOf } from '../vscode-files';

/** *Add a Voice…*: adds one more person's sentence below the other voices. */
export async function addAVoice(services: Services, given: unknown): Promise<void> {
  const document = await editablePurpose('Add a voice', given, services.purposeFiles);
  if (!document) return;
  const own = await authorFor(pathOf(document.uri), services.history.git);
  const name = await askWho('Who speaks?', [...voicesIn(document.getText()), own]);
  if (name === undefined) return;
  const words = await askSentence(`What does ${name} say?`);
  if (words === undefined) return;
  const text = document.getText();
  if (await replaceText(document, addVoice(text, name, words))) await show(document, words);
}

/** *Add a Candidate…*: adds one more candidate. */
export async function addACandidate(services: Services, given: unknown): Promise<void> {
  const document = await editablePurpose('Add a candidate', given, services.purposeFiles);
  const words = document && (await askSentence('Which sentence should be a candidate?'));
  if (!document || words === undefined) return;
  const text = document.getText();
  if (parseCoCreate(text).candidates.some((candidate) => candidate.text === words))
    return show(document, words);
  if (await replaceText(document, addCandidate(text, words))) await show(document, words);
}

async function askSentence(title: string): Promise<string | undefined> {
  const step = await askText({
    title,
    placeholder: 'We bake bread for sailors.',
    onType: (value) => (value.trim() === '' ? { problem: 'Please type a sentence.' } : undefined),
  });
  return step?.kind === 'value' ? step.value.trim() || undefined : undefined;
}

/** Reveals the inserted words. Takes no focus if the file is in front: the user may be typing elsewhere by now. */
async function show(document: TextDocument, words: string): Promise<void> {
  const front = window.activeTextEditor;
  const editor = front?.document === document ? front : await window.showTextDocument(document);
  const at = document.getText().lastIndexOf(words);
  if (at < 0) return;
  const range = document.lineAt(document.positionAt(at)).range;
  editor.revealRange(range);
}
