import { commands, Disposable, Uri, window, workspace } from 'vscode';
import { purposeName } from '../../files/purpose-name';
import { statementOf } from '../../history/statement-of';
import { GuidedSession } from '../../templates/guided-session';
import { hasOpenBlank } from '../../text/open-blanks';
import { isPurposeDocument } from '../purpose-documents';
import type { Services } from '../services';
import { reported } from '../templates/new-from-template';
import { templatesOf } from '../templates/own-templates';
import { askName, chooseFolder, createPurpose, emptyPurpose, fillPurpose } from '../templates/place-purpose';
import { pathOf } from '../vscode-files';
import { AnswerHelp } from './answer-help';
import { askQuestions } from './ask-questions';
import { chooseStart } from './choose-start';
import { Drafts, newDraftId } from './drafts';
import { rediscover } from './rediscover';

/** *Find Your Purpose…* and *Rediscover…*: a new or an existing purpose file, question by question. */
export function registerFindYourPurpose(services: Services): Disposable {
  const drafts = new Drafts(services);
  return Disposable.from(
    commands.registerCommand('purpose.find', (target?: unknown) =>
      find(services, drafts, target instanceof Uri ? target : undefined),
    ),
    commands.registerCommand('purpose.rediscover', (target?: unknown) =>
      rediscover(services, drafts, target instanceof Uri ? target : undefined),
    ),
  );
}

async function find(services: Services, drafts: Drafts, target: Uri | undefined): Promise<void> {
  const front = window.activeTextEditor?.document;
  const inFront = front && isPurposeDocument(front) ? front : undefined;
  for (;;) {
    const start = await chooseStart(
      await templatesOf(services),
      drafts,
      inFront && purposeName(inFront.uri.path),
    );
    if (!start) return;
    if (start.kind === 'rediscover') return rediscover(services, drafts, inFront?.uri);
    if (start.kind === 'draft' && start.draft.kind === 'rediscover')
      return rediscover(services, drafts, undefined, start.draft);
    const resumed =
      start.kind === 'draft'
        ? GuidedSession.resume(start.draft.session)
        : { session: GuidedSession.start(start.template) };
    if ('problem' in resumed) {
      void window.showWarningMessage(resumed.problem);
      return;
    }
    const id = start.kind === 'draft' ? start.draft.id : newDraftId();
    if ((await guide(services, drafts, id, resumed.session, target)) !== 'back') return;
  }
}

/** Asks the questions, then the name, and creates the file. The answers are a draft until the file exists. */
async function guide(
  services: Services,
  drafts: Drafts,
  id: string,
  start: GuidedSession,
  target: Uri | undefined,
): Promise<'back' | 'over'> {
  const empty = await emptyPurpose(target);
  const folder = target ?? workspace.workspaceFolders?.[0]?.uri;
  const at =
    empty?.uri ?? (folder ? Uri.joinPath(folder, 'new.purpose.md') : Uri.parse('untitled:new.purpose.md'));
  const help = new AnswerHelp(services, at);
  const keep = (session: GuidedSession): void => {
    const { asked, answered } = session.questionnaire;
    void (answered === 0
      ? drafts.remove(id)
      : drafts.put({
          id,
          kind: 'guided',
          title: session.template.title,
          session: session.serialise(),
          answered,
          of: asked.length,
        }));
  };
  let session = start;
  for (;;) {
    // A draft with all answers continues with the name; going back leads to the last question.
    const asked = await askQuestions(session, help, keep);
    session = asked.session;
    if (asked.end !== 'done') {
      if (asked.end === 'left' && drafts.list().some((draft) => draft.id === id)) sayKept();
      return asked.end === 'back' ? 'back' : 'over';
    }
    const { text } = session.finish();
    if (empty) {
      await reported(async () => {
        await fillPurpose(empty, text);
        await drafts.remove(id);
      });
      return 'over';
    }
    const chosen = await chooseFolder(target);
    const named =
      chosen &&
      (await askName(services, {
        folder: chosen.folder,
        from: /^# +(.+)$/m.exec(text)?.[1] ?? session.template.id,
        title: 'Where should it live?',
        step: session.questionnaire.progress.of + 1,
        canGoBack: true,
      }));
    if (!named) {
      sayKept();
      return 'over';
    }
    if (named.kind === 'value') {
      await reported(async () => {
        await createPurpose(named.value, text);
        await drafts.remove(id);
        await recordFirst(services, named.value, text);
      });
      return 'over';
    }
    if (session.questionnaire.done) session = session.with(session.questionnaire.back());
  }
}

function sayKept(): void {
  window.setStatusBarMessage(
    '$(edit) Your answers are kept as a draft: Find Your Purpose… continues it.',
    8000,
  );
}

/** The history begins with the new statement, unless it still has an open blank. */
async function recordFirst({ history }: Services, uri: Uri, text: string): Promise<void> {
  const statement = statementOf(text);
  if (uri.scheme === 'untitled' || !statement || hasOpenBlank(statement.plain)) return;
  if (!workspace.isTrusted || !workspace.getConfiguration('purpose', uri).get('history.record', true)) return;
  await history.writer.created(pathOf(uri), text);
}
