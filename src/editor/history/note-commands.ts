import { commands, Disposable, type Uri, window } from 'vscode';
import type { EntryDraft } from '../../history/recorder-types';
import { errorMessage } from '../../text/error-message';
import type { Services } from '../services';
import { showText } from '../show-text';
import { pathOf } from '../vscode-files';
import { askReviewQuestions } from './ask-review';
import {
  askHowItFits,
  askHowToGoOn,
  askWhy,
  isOlder,
  nameOf,
  type OlderWording,
  whoIsServed,
} from './note-questions';
import { askSigned } from './signed-text';
import { type TargetPurpose, targetPurpose } from './target-purpose';
import { wordsOf } from './words-of-entry';

/**
 * The commands that record something without changing the statement: a fit note, a reaffirmation, a pivot, a wording to
 * keep. Each asks all its questions first, then saves if the user agreed, then records: Escape before that writes
 * nothing.
 */
export function registerNoteCommands(services: Services, shown: () => Uri | undefined): Disposable {
  const { history } = services;
  const record = async ({ uri, statement, save }: TargetPurpose, draft: EntryDraft): Promise<boolean> => {
    try {
      if (await save()) {
        // A note on an earlier wording names it by its record.
        const about = draft.about === undefined ? statement : undefined;
        await history.writer.recordEntry(pathOf(uri), draft, about);
        return true;
      }
    } catch (error) {
      void window.showErrorMessage(`Nothing was recorded. ${errorMessage(error)}`);
    }
    const said = wordsOf(draft);
    if (said !== '') await showText(said);
    return false;
  };
  const say = (
    command: string,
    title: string,
    ask: (front: TargetPurpose, about: OlderWording | undefined) => Promise<EntryDraft | undefined>,
    done: string,
  ) =>
    commands.registerCommand(command, async (given?: unknown, about?: unknown) => {
      const front = await targetPurpose(title, given, shown(), services);
      const draft = front && (await ask(front, isOlder(about) ? about : undefined));
      if (front && draft && (await record(front, draft))) window.setStatusBarMessage(done, 4000);
    });
  return Disposable.from(
    say(
      'purpose.noteFit',
      'Note how it fits',
      (front, about) => askHowItFits(front, about, history),
      'Noted how it fits.',
    ),
    say(
      'purpose.reaffirm',
      'Reaffirm',
      async (front) => {
        const title = `Reaffirm “${nameOf(front)}”`;
        const example = 'We looked at it together in May; …';
        const why = await askWhy(title, 'Why does it still hold?', example, front, history);
        const review =
          why &&
          (await askReviewQuestions(await whoIsServed(front, services), services.context.extensionUri));
        return review && { type: 'reaffirm', ...why, ...review };
      },
      'Reaffirmed.',
    ),
    say(
      'purpose.keepWording',
      'Keep this wording',
      async (front, about) => {
        const question = {
          title: `Keep this wording of “${nameOf(front)}”`,
          prompt: 'Why keep it? One sentence is enough, none is fine.',
        };
        const signed = await askSigned(question, front.uri, front.document.getText(), history);
        return (
          signed && {
            type: 'keep',
            note: signed.text,
            author: signed.author,
            ...(about && { about: about.id }),
          }
        );
      },
      'Kept.',
    ),
    commands.registerCommand('purpose.pivot', async (given?: unknown) => {
      const front = await targetPurpose('Pivot', given, shown(), services);
      const why =
        front &&
        (await askWhy(
          `Pivot “${nameOf(front)}”`,
          'Why does the old one go?',
          'The people we serve have changed: …',
          front,
          history,
        ));
      const next = front && why && (await askHowToGoOn(front));
      if (next && (await record(front, { type: 'pivot', ...why }))) await next.go?.();
    }),
  );
}
