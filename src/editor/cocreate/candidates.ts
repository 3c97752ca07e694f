import { commands, type TextDocument, Uri, window, workspace } from 'vscode';
import { adopt } from '../../cocreate/adopt';
import { type CandidateAt, candidateAgain } from '../../cocreate/candidate-again';
import { parseCoCreate } from '../../cocreate/parse-cocreate';
import { toggleVote } from '../../cocreate/toggle-vote';
import { activePurpose } from '../active-purpose';
import { agreesToSave } from '../flow/agree-to-save';
import { askWho } from '../flow/ask-who';
import { askPick } from '../flow/quick-input';
import { authorFor } from '../history/author';
import { saveAdoption } from '../history/save-adoption';
import { voicesIn } from '../history/signed-text';
import { sayNotDone } from '../messages';
import { reopenAsText } from '../reopen-as-text';
import type { Services } from '../services';
import { replaceText } from '../text-edits';
import { pathOf } from '../vscode-files';

const ADOPTED = 'This candidate is the statement already.';

/** The candidate of a command. */
interface Chosen extends CandidateAt {
  readonly document: TextDocument;
}

/** Adds or removes a vote in the name that the user gives: several people may share one keyboard. */
export async function vote(services: Services, given: unknown, words: unknown): Promise<void> {
  const chosen = await chooseCandidate(given, words, 'Which one do you vote for?');
  const name = chosen && (await askVoter(services, chosen));
  const now = name && chosen ? lookAgain(chosen) : undefined;
  if (!name || !now) return;
  await replaceText(now.document, toggleVote(now.document.getText(), now.index, name));
}

/** The candidate by now: the file may have changed while a question was open. */
function lookAgain(chosen: Chosen): Chosen | undefined {
  const { document } = chosen;
  const now = candidateAgain(document.getText(), chosen);
  if (now) return { document, ...now };
  sayNotDone('The candidates were changed meanwhile: choose again.');
  return undefined;
}

/**
 * Makes a candidate the statement, saves the file and records the adoption. Saves a file with unsaved changes only if
 * the user agrees; one undo reverts the edit.
 */
export async function adoptCandidate(services: Services, given: unknown, words: unknown): Promise<void> {
  const chosen = await chooseCandidate(given, words, 'Which one do you adopt?');
  if (!chosen) return;
  const { document } = chosen;
  if (chosen.candidate.adopted) return sayNotDone(ADOPTED);
  if (
    document.isDirty &&
    !document.isUntitled &&
    !(await agreesToSave('Adopt a candidate', 'Adopting a candidate', 'adopt'))
  )
    return;
  const now = lookAgain(chosen);
  if (!now) return;
  const { index, candidate } = now;
  if (candidate.adopted) return sayNotDone(ADOPTED);
  const adopted = adopt(document.getText(), index);
  if (!(await replaceText(document, adopted))) return;
  const note = candidate.votes.length > 0 ? `Votes: ${candidate.votes.join(', ')}` : '';
  if (await saveAdoption(services, document, note)) offerConsent(document, adopted);
}

/** Confirms the adoption; if several people wrote the file, offers a consent round as the next step. */
function offerConsent({ uri }: TextDocument, text: string): void {
  const done = 'Adopted: it is the statement now. The other candidates stay.';
  if (new Set(voicesIn(text)).size < 2) {
    window.setStatusBarMessage(done, 6000);
    return;
  }
  const ask = 'Ask for Consent…';
  void window.showInformationMessage(done, ask).then((chosen) => {
    if (chosen === ask) return commands.executeCommand('purpose.askForConsent', uri);
    return undefined;
  });
}

async function chooseCandidate(given: unknown, words: unknown, ask: string): Promise<Chosen | undefined> {
  const uri = given instanceof Uri ? given : activePurpose();
  if (uri && !(await reopenAsText(uri))) return undefined;
  const editor = window.activeTextEditor;
  const document = uri && (await workspace.openTextDocument(uri));
  const candidates = document ? parseCoCreate(document.getText()).candidates : [];
  if (!document || candidates.length === 0) {
    sayNotDone('Open a file with quotes (> …) under a heading “Candidates”: Co-create… makes one.');
    return undefined;
  }
  const at = (index: number): Chosen | undefined => {
    const candidate = candidates[index];
    return candidate && { document, index, candidate };
  };
  // The text may have changed since the lens was drawn, so its words identify the candidate.
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

/** Asks who votes: one of the voices and voters of the file, the user, or another person. */
async function askVoter({ history }: Services, { document, candidate }: Chosen): Promise<string | undefined> {
  const own = await authorFor(pathOf(document.uri), history.git);
  const known = [...voicesIn(document.getText()), own];
  const { votes } = candidate;
  return askWho(
    votes.length > 0
      ? `Who votes? (${votes.join(', ')} did; choosing one of them takes the vote back)`
      : 'Who votes?',
    known,
  );
}
