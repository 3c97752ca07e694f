import { type QuickPickItem, type TextDocument, window } from 'vscode';
import { diffLine } from '../../history/diff-line';
import { restoreEdit } from '../../history/restore';
import type { LintResult } from '../../lint/lint-result';
import { compareWordings, type WordingComparison } from '../../reading/compare-wordings';
import { type AboutWords, type Suggestion, suggestWordings } from '../../reading/suggestions';
import { escapeMarkdown } from '../../share/portable-markdown';
import { fold } from '../../text/fold';
import { askPick } from '../flow/quick-input';
import { compareTexts } from '../history/revisions';
import { saveAdoption } from '../history/save-adoption';
import { targetDocument } from '../history/target-purpose';
import { sayNotDone } from '../messages';
import { reopenAsText } from '../reopen-as-text';
import type { Services } from '../services';
import { replaceText } from '../text-edits';
import { chooseModel, TIMEOUT, withProgress } from './ask-model';
import { readableIn } from './second-reading';

const TITLE = 'Three wordings';
/** The title of the diff between the current file and a wording. */
const COMPARISON = 'Three wordings: now ↔ suggested';
const STALE = 'The file has changed since it was sent: nothing is suggested. Ask again.';
const ADOPT = '$(check) Adopt this wording';
/** The user's unsaved changes must not be saved silently. */
const SAVE_AND_ADOPT = '$(save) Save the file and adopt this wording';

/** A possible replacement of the statement, with the resulting file. */
interface Offer {
  readonly text: string;
  readonly why: string | undefined;
  readonly weighed: WordingComparison;
  readonly file: string;
}

/**
 * Asks a language model for wordings, lints each before it is shown, and lets the user adopt one, in one undo step and
 * with a history entry that names the origin. Escape changes nothing.
 */
export async function suggestThreeWordings(
  services: Services,
  given: unknown,
  about: unknown,
  off: AbortSignal,
): Promise<void> {
  const { context, lint, purposeFiles } = services;
  const document = await targetDocument(TITLE, given, purposeFiles);
  const asked = document && readableIn(document);
  if (!document || !asked || !(await reopenAsText(document.uri))) return;
  const model = await chooseModel(TITLE, context);
  if (!model) return;
  const before = document.getText();
  const suggestions = await withProgress(model, `${model.name} rewords the statement…`, off, (ask, signal) =>
    suggestWordings(asked.text, aboutWords(about), ask, { signal, timeout: TIMEOUT }),
  );
  if (!suggestions || document.isClosed) return;
  const result = (await lint.current(document))?.result;
  if (document.getText() !== before || result?.document.text !== before) return sayNotDone(STALE);
  const offers = suggestions.flatMap((suggestion) => offerOf(services, result, suggestion) ?? []);
  if (offers.length === 0)
    return sayNotDone(`None of the wordings of ${model.name} could take the statement's place.`);
  const chosen = await chooseOffer(document, asked.text, offers);
  if (!chosen || off.aborted) return;
  if (document.getText() !== before) return sayNotDone(STALE);
  await adopt(services, document, chosen, model.name);
}

/** A suggestion in its place; `undefined` if Purpose would not find it there as the statement. */
function offerOf({ lint }: Services, before: LintResult, { text, why }: Suggestion): Offer | undefined {
  const old = before.document.text;
  const after = lint.relint(before, [restoreEdit(old, escapeMarkdown(text))]);
  if (fold(after.statement?.plain ?? '') !== fold(text)) return undefined;
  return { text, why, weighed: compareWordings(before, after), file: after.document.text };
}

interface OfferItem extends QuickPickItem {
  readonly offer: Offer;
}

/** Lists the wordings; shows a diff for the chosen one, and adopts it only after a second choice. */
async function chooseOffer(
  document: TextDocument,
  statement: string,
  offers: readonly Offer[],
): Promise<Offer | undefined> {
  const items = offers.map(
    (offer): OfferItem => ({
      label: offer.text,
      description: offer.weighed.size,
      // A list cuts long lines off at their end.
      detail: [...effects(offer.weighed), diffLine(statement, offer.text)].join(' · '),
      offer,
    }),
  );
  const placeholder = 'Linted by Purpose. Choose one to compare it with yours; nothing changes yet.';
  let active: OfferItem | undefined;
  try {
    for (;;) {
      const picked = await askPick({ title: TITLE, placeholder, items, active });
      if (picked?.kind !== 'value') return undefined;
      active = picked.value;
      const { offer, detail = '' } = active;
      await compareTexts(document.uri, document.getText(), offer.file, COMPARISON);
      const decided = await askPick({
        title: TITLE,
        placeholder: offer.why ?? 'The model gives no reason.',
        items: [{ label: document.isDirty ? SAVE_AND_ADOPT : ADOPT, detail }],
        canGoBack: true,
      });
      if (decided?.kind !== 'back') return decided && offer;
    }
  } finally {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    await window.tabGroups.close(tabs.filter(({ label }) => label === COMPARISON));
  }
}

function effects({ better, worse }: WordingComparison): string[] {
  const list = (name: string, phrases: readonly string[]) =>
    phrases.length > 0 ? [`${name}: ${phrases.join(', ')}`] : [];
  return [...list('Better', better), ...list('Worse', worse)];
}

/** Replaces the statement and saves the file; the history entry names the origin of the wording. */
async function adopt(
  services: Services,
  document: TextDocument,
  { file }: Offer,
  model: string,
): Promise<void> {
  if (!(await replaceText(document, file))) return;
  await window.showTextDocument(document, { preview: false });
  const note = `Suggested by a language model (${model}) as one of several wordings, and chosen by a person.`;
  if (await saveAdoption(services, document, note))
    window.setStatusBarMessage('Adopted. The history says that a model suggested it.', 6000);
}

function aboutWords(given: unknown): AboutWords | undefined {
  const { text, question } = (given ?? {}) as Partial<Record<string, unknown>>;
  return typeof text === 'string' && typeof question === 'string' ? { text, question } : undefined;
}
