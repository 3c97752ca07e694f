import { type QuickPickItem, QuickPickItemKind } from 'vscode';
import { fingerprintOf } from '../../consent/fingerprint';
import { roundIn } from '../../consent/parse-consent';
import { purposeName } from '../../files/purpose-name';
import { heardHtml, heardWaitingHtml } from '../../heard/report-page';
import { type HeardRounds, keepHeard, readHeard, roundFor } from '../../heard/store';
import { saidOf, tallyOf } from '../../heard/tally';
import type { LintResult } from '../../lint/lint-result';
import { errorMessage } from '../../text/error-message';
import { today } from '../consent/consent-document';
import { askWho, distinctNames } from '../flow/ask-who';
import { askPick, askText } from '../flow/quick-input';
import { authorFor } from '../history/author';
import { voicesIn } from '../history/signed-text';
import { targetDocument } from '../history/target-purpose';
import { sayNotDone } from '../messages';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';
import { showStaticPage } from './static-page';

const TITLE = 'What they heard';
const FROM_MEMORY = 'From memory';

interface Choice extends QuickPickItem {
  readonly means: 'name' | 'other' | 'nobody' | 'look';
}

/**
 * Asks a person to write from memory what the purpose is, stores the answer in a separate file, and shows which parts
 * came back. Until the person has answered, the statement and other people's answers are hidden. Escape stores nothing.
 */
export async function askWhatTheyHeard(services: Services, given: unknown): Promise<void> {
  const { files, history, lint, context, purposeFiles } = services;
  const document = await targetDocument(TITLE, given, purposeFiles);
  if (!document) return;
  if (document.isUntitled) return sayNotDone('Save this file first: the answers are kept beside it.');
  const path = pathOf(document.uri);
  const heard = await readHeard(files, path);
  for (const problem of heard.problems) history.log.warn(problem);
  const round = roundFor(heard.rounds, today());
  const result = (await lint.current(document))?.result;
  if (!result) return;
  const title = titleOf(result, path);
  const answers = heard.rounds.find(({ name }) => name === round)?.answers ?? [];
  const own = await authorFor(path, history.git);
  const key = `purpose.heard ${document.uri} ${round}`;
  const hasAnswered =
    context.workspaceState.get(key) === true ||
    answers.some(({ name }) => name !== '' && name.toLowerCase() === own.toLowerCase());
  const page = showStaticPage(TITLE, heardWaitingHtml(title, answers.length));
  const known = [own, ...(roundIn(document.getText())?.voices ?? []).map(({ name }) => name)];
  const who = await askWhoAnswers([...known, ...voicesIn(document.getText())], hasAnswered);
  if (who === undefined) return page.dispose();
  if (who.means !== 'look') {
    const text = await askFromMemory(title, who.name);
    if (text === undefined) return page.dispose();
    const about = fingerprintOf(result.statement?.plain ?? '').hash;
    try {
      await keepHeard(files, path, round, { date: today(), name: who.name, about, text });
    } catch (error) {
      page.dispose();
      return sayNotDone(`The answer was not kept: ${errorMessage(error)}`);
    }
    await context.workspaceState.update(key, true);
  }
  page.show(reportPage(result, path, await readHeard(files, path)));
}

async function askWhoAnswers(
  people: readonly string[],
  hasAnswered: boolean,
): Promise<{ readonly means: Choice['means']; readonly name: string } | undefined> {
  const look: Choice = { label: '$(eye) Show what came back', means: 'look' };
  const items: Choice[] = [
    ...(hasAnswered ? [look] : []),
    ...distinctNames(people).map((label): Choice => ({ label, means: 'name' })),
    { label: '', kind: QuickPickItemKind.Separator, means: 'name' },
    { label: '$(person-add) Another person…', means: 'other' },
    { label: '$(person) Without a name', means: 'nobody' },
  ];
  const placeholder = 'Who answers? Each answer is a small file; the report names nobody.';
  const picked = await askPick({ title: TITLE, placeholder, items });
  if (picked?.kind !== 'value') return undefined;
  const { means, label } = picked.value;
  if (means === 'other') {
    const name = await askWho(TITLE, []);
    return name === undefined ? undefined : { means, name };
  }
  return { means, name: means === 'name' ? label : '' };
}

async function askFromMemory(title: string, name: string): Promise<string | undefined> {
  const step = await askText({
    title: name === '' ? FROM_MEMORY : `${FROM_MEMORY}: ${name}`,
    prompt: `Without looking it up: what is ${title} for, in your own words?`,
    onType: (value) => (value.trim() === '' ? { problem: 'A few words are enough.' } : undefined),
  });
  return step?.kind === 'value' ? step.value.trim() : undefined;
}

function reportPage(result: LintResult, path: string, { rounds }: HeardRounds): string {
  const said = saidOf(result.statement?.plain ?? '', result.anatomy);
  const compared = result.language.english ? rounds.map((round) => tallyOf(round, said)) : [];
  const report = { title: titleOf(result, path), path, said, rounds: compared };
  return heardHtml(report, rounds.at(-1)?.answers.map(({ text }) => text) ?? []);
}

function titleOf({ document }: LintResult, path: string): string {
  return document.title ?? purposeName(path);
}
