import { type TextDocument, Uri, window, workspace } from 'vscode';
import { adopt, toggleVote } from '../../cocreate/adopt';
import { type Candidate, parseCoCreate } from '../../cocreate/parse-cocreate';
import { statementOf } from '../../history/statement-of';
import { textEdit } from '../../templates/word-edit';
import { askPick, askText } from '../flow/quick-input';
import { authorFor } from '../history/author';
import { isPurposeDocument } from '../purpose-documents';
import type { Services } from '../services';
import { editOrSay, sayNotDone } from '../text-edits';
import { pathOf } from '../vscode-files';

const VOTER = 'purpose.voter';

/** A candidate that a command is about. */
interface Chosen {
  readonly document: TextDocument;
  readonly index: number;
  readonly candidate: Candidate;
}

/** Votes for a candidate, or takes the vote back. */
export async function vote(services: Services, given: unknown, words: unknown): Promise<void> {
  const chosen = await chooseCandidate(given, words, 'Which one do you vote for?');
  const name = chosen && (await voterName(services, chosen.document));
  if (!name) return;
  const text = chosen.document.getText();
  await replaceText(chosen.document, text, toggleVote(text, chosen.index, name));
}

/** Makes a candidate the statement, in one step that can be undone, and records it. */
export async function adoptCandidate(services: Services, given: unknown, words: unknown): Promise<void> {
  const chosen = await chooseCandidate(given, words, 'Which one do you adopt?');
  if (!chosen) return;
  const { document, index, candidate } = chosen;
  if (candidate.adopted) return sayNotDone('This candidate is the statement already.');
  const text = document.getText();
  const wasSaved = !document.isDirty;
  const adopted = adopt(text, index);
  if (!(await replaceText(document, text, adopted))) return;
  const statement = statementOf(adopted);
  if (document.isUntitled || !statement) {
    window.setStatusBarMessage('Adopted. Its history begins when the file is saved.', 6000);
    return;
  }
  try {
    const note = candidate.votes.length > 0 ? `Votes: ${candidate.votes.join(', ')}` : '';
    await services.history.writer.moment(pathOf(document.uri), statement, { type: 'adopt', note });
  } catch (error) {
    sayNotDone(`Adopted, but not recorded: ${error instanceof Error ? error.message : String(error)}`);
  }
  // What else was changed and not yet saved is the writer's to save.
  if (wasSaved) await document.save();
  window.setStatusBarMessage('Adopted: it is the statement now. The other candidates stay.', 6000);
}

async function chooseCandidate(given: unknown, words: unknown, ask: string): Promise<Chosen | undefined> {
  const editor = window.activeTextEditor;
  const document =
    given instanceof Uri
      ? await workspace.openTextDocument(given)
      : editor && isPurposeDocument(editor.document)
        ? editor.document
        : undefined;
  const candidates = document ? parseCoCreate(document.getText()).candidates : [];
  if (!document || candidates.length === 0) {
    sayNotDone('Open a file with quotes (> …) under a heading “Candidates”: Co-create… makes one.');
    return undefined;
  }
  const at = (index: number): Chosen | undefined => {
    const candidate = candidates[index];
    return candidate && { document, index, candidate };
  };
  // The text may have changed since the line above it was drawn: its words say which one was meant.
  if (typeof words === 'string') return at(candidates.findIndex(({ text }) => text === words));
  const caret = editor?.document === document ? document.offsetAt(editor.selection.active) : -1;
  const under = candidates.findIndex(({ span, end }) => caret >= span.start && caret <= end);
  if (under >= 0) return at(under);
  const items = candidates.map(({ text, votes }, index) => ({
    label: text,
    description: votes.join(', '),
    index,
  }));
  const picked = await askPick({ title: ask, items });
  return picked?.kind === 'value' ? at(picked.value.index) : undefined;
}

/** Who votes: the name in the settings, the one given before, or the one that is asked for. */
async function voterName({ context, history }: Services, { uri }: TextDocument): Promise<string | undefined> {
  const set = workspace.getConfiguration('purpose', uri).get<string>('author', '').trim();
  const known = set || context.globalState.get<string>(VOTER);
  if (known) return known;
  const step = await askText({
    title: 'Who votes?',
    value: await authorFor(pathOf(uri), history.git),
    prompt: 'Your name, as the others know you. It is kept for your next vote.',
    placeholder: 'Ana',
  });
  const name = step?.kind === 'value' ? step.value.trim() : '';
  if (name === '') return undefined;
  await context.globalState.update(VOTER, name);
  return name;
}

async function replaceText(document: TextDocument, text: string, wanted: string): Promise<boolean> {
  const edit = textEdit(text, wanted);
  if (!edit) return false;
  const { start, end } = edit;
  return editOrSay(document, [{ offset: start, length: end - start, text: edit.text }]);
}
