import { type QuickPickItem, type TextDocument, Uri, window, workspace } from 'vscode';
import { purposeName } from '../../files/purpose-name';
import { statementOf } from '../../history/statement-of';
import { Questionnaire, type QuestionToAsk } from '../../templates/questionnaire';
import { type RediscoverPart, RediscoverSession } from '../../templates/rediscovery';
import { shortened } from '../../text/shortened';
import { askPick, askText } from '../flow/quick-input';
import { sayNotDone } from '../messages';
import { purposeFor } from '../pick-purpose';
import type { Services } from '../services';
import { AnswerHelp } from './answer-help';
import { applyRediscovery } from './apply-rediscovery';
import { type Draft, type Drafts, newDraftId } from './drafts';
import { PartMark } from './part-mark';
import { RediscoveryWalk } from './rediscovery-walk';

type Choice = QuickPickItem & { readonly does: 'fits' | 'pinches' | 'rewrite' };

const FITS: Choice = { label: '$(check) Still fits', detail: 'It stays as it is.', does: 'fits' };
const PINCHES: Choice = {
  label: '$(comment) Pinches…',
  detail: 'Say where; then reword it, if you like.',
  does: 'pinches',
};
const REWRITE: Choice = {
  label: '$(edit) Reword it…',
  detail: 'Nothing is changed before the end.',
  does: 'rewrite',
};

/**
 * *Rediscover…*: goes through an existing purpose file part by part, and applies the results as one edit.
 * @param draft an earlier session, which names its file
 */
export async function rediscover(
  services: Services,
  drafts: Drafts,
  target: Uri | undefined,
  draft?: Draft,
): Promise<void> {
  const document = await documentFor(draft?.uri ? Uri.parse(draft.uri, true) : target, services);
  if (!document) return;
  const resumed = draft
    ? RediscoverSession.resume(draft.session)
    : { session: RediscoverSession.start(document.getText()) };
  if ('problem' in resumed) return sayNotDone(resumed.problem);
  if (resumed.session.parts.length === 0) {
    return sayNotDone('This file says nothing yet. Find Your Purpose… begins one.');
  }
  const id = draft?.id ?? newDraftId();
  const keep = (session: RediscoverSession): void => {
    const { asked, answered } = session.questionnaire;
    if (answered === 0) return;
    void drafts.put({
      id,
      kind: 'rediscover',
      title: purposeName(document.uri.path),
      session: session.serialise(),
      answered,
      of: asked.length,
      uri: document.uri.toString(),
    });
  };
  const walk = new RediscoveryWalk(resumed.session, keep);
  const editor = await window.showTextDocument(document, { preview: false });
  const mark = new PartMark(editor);
  try {
    if (!(await walkThrough(walk, new AnswerHelp(services, document.uri), mark))) {
      if (drafts.list().some((kept) => kept.id === id)) {
        window.setStatusBarMessage(
          '$(edit) What you said is kept as a draft: Find Your Purpose… continues it.',
          8000,
        );
      }
      return;
    }
  } finally {
    mark.dispose();
  }
  await applyRediscovery(services, document, walk.session, walk.inFile);
  await drafts.remove(id);
}

async function documentFor(
  given: Uri | undefined,
  { purposeFiles }: Services,
): Promise<TextDocument | undefined> {
  const uri = await purposeFor('Rediscover', given, purposeFiles);
  if (!uri) return undefined;
  try {
    const document = await workspace.openTextDocument(uri);
    // A draft may outlive the statement that it is about, but not the file.
    statementOf(document.getText());
    return document;
  } catch {
    sayNotDone(`${workspace.asRelativePath(uri)} cannot be opened: it may have been moved or deleted.`);
    return undefined;
  }
}

/** Whether all questions were asked; false if the user left. */
async function walkThrough(walk: RediscoveryWalk, help: AnswerHelp, mark: PartMark): Promise<boolean> {
  for (
    let question = walk.session.questionnaire.question;
    question;
    question = walk.session.questionnaire.question
  ) {
    const part = partOf(walk.session, question);
    if (part) mark.show(part);
    const next =
      part && question.id.endsWith('.text')
        ? await askForWording(walk, part, question, help)
        : part && (await askForFit(walk, part, question));
    if (!next) return false;
    walk.goesTo(next);
  }
  return true;
}

function partOf({ parts }: RediscoverSession, { id }: QuestionToAsk): RediscoverPart | undefined {
  return parts.find((part) => id.startsWith(`${part.id}.`));
}

async function askForFit(
  walk: RediscoveryWalk,
  part: RediscoverPart,
  question: QuestionToAsk,
): Promise<Questionnaire | undefined> {
  const { questionnaire } = walk.session;
  const { number, of } = questionnaire.progress;
  const before = questionnaire.answerTo(question.id);
  const wordingId = `${part.id}.text`;
  const chosen = await askPick<Choice>({
    title: question.ask,
    step: number,
    totalSteps: of,
    placeholder: shortened((question.about ?? '').replace(/\s+/g, ' ').trim(), 160),
    items: [FITS, before ? { ...PINCHES, description: before } : PINCHES, REWRITE],
    ...(before && { active: PINCHES }),
    canGoBack: number > 1,
  });
  if (!chosen) return undefined;
  if (chosen.kind !== 'value') return questionnaire.back();
  if (chosen.value.does === 'fits') {
    walk.inFile.delete(part.id);
    return withAnswers(questionnaire, { [question.id]: '', [wordingId]: '' }).next();
  }
  if (chosen.value.does === 'rewrite') {
    // A wording equal to the current text changes nothing, and lets the walk continue to the next question.
    const wording = questionnaire.answerTo(wordingId) || (question.about ?? part.text);
    return withAnswers(questionnaire, { [wordingId]: wording }).goTo(wordingId);
  }
  const pinch = await askText({
    title: `“${part.name}”: what pinches?`,
    step: number,
    totalSteps: of,
    value: before,
    prompt: 'Your words go into the history as a note. Nothing is changed in the file.',
    placeholder: 'For example: we have stopped doing half of this',
    canGoBack: true,
    onType: (value) => {
      walk.types(value);
      return undefined;
    },
  });
  if (!pinch) return undefined;
  return pinch.kind === 'value' ? questionnaire.answer(pinch.value).next() : walk.session.questionnaire;
}

async function askForWording(
  walk: RediscoveryWalk,
  part: RediscoverPart,
  question: QuestionToAsk,
  help: AnswerHelp,
): Promise<Questionnaire | undefined> {
  const { questionnaire } = walk.session;
  const { number, of } = questionnaire.progress;
  const place = { title: question.ask, step: number, totalSteps: of, canGoBack: true };
  if (!part.single) {
    const asItIs = { label: '$(check) Leave it as it is', detail: 'What pinches is noted.' };
    const later = {
      label: '$(edit) Rewrite it in the file',
      detail: 'It has several lines: it is selected for you when we are through.',
    };
    const chosen = await askPick({ ...place, placeholder: part.name, items: [later, asItIs] });
    if (!chosen) return undefined;
    if (chosen.kind !== 'value') return questionnaire.back();
    if (chosen.value === later) walk.inFile.add(part.id);
    else walk.inFile.delete(part.id);
    return questionnaire.next();
  }
  const wording = await askText({
    ...place,
    value: questionnaire.draft,
    prompt: question.hint,
    onType: (value) => {
      walk.types(value);
      // A title, or a paragraph below the statement, need not say who, what and what changes.
      return part.id === 'statement' ? help.ofText(value) : help.ofWords(value);
    },
  });
  if (!wording) return undefined;
  return wording.kind === 'value'
    ? questionnaire.answer(wording.value).next()
    : walk.session.questionnaire.back();
}

function withAnswers(given: Questionnaire, answers: Readonly<Record<string, string>>): Questionnaire {
  const { questions, state } = given;
  return new Questionnaire(questions, { ...state, answers: { ...state.answers, ...answers } });
}
