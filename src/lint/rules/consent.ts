import { fingerprintOf, isSameWords } from '../../consent/fingerprint';
import { currentRound, parseConsent } from '../../consent/parse-consent';
import { isRatified } from '../../consent/term';
import type { PurposeDocument } from '../../statement/document';
import { LineMap } from '../../statement/position';
import type { PlacedDraft } from '../finding';
import { defineRule } from '../rule';

/** Finds objections in the current consent round. */
export const openObjection = defineRule({
  id: 'open-objection',
  title: 'Open objection',
  summary: 'an objection in the consent round that is not answered yet',
  level: 'warning',
  scope: 'file',
  check: () => (document) => {
    const consent = parseConsent(document);
    if (!consent || document.frontMatter.data.status?.trim().toLowerCase() === 'retired') return [];
    const lines = new LineMap(document.text);
    return currentRound(consent).voices.flatMap(({ name, answer, span }): PlacedDraft[] =>
      answer?.gradient === 'object'
        ? [
            {
              ...lines.range(span),
              message: `${name} objects${answer.reason ? `: ${answer.reason}` : ''}`,
              question: `What would have to change so that ${name} could go along?`,
              note: 'An objection shows what the statement overlooks. It is answered once that person writes another answer.',
            },
          ]
        : [],
    );
  },
});

/** Finds a statement that says something else than what was ratified. */
export const ratifiedChanged = defineRule({
  id: 'ratified-changed',
  title: 'Changed since ratified',
  summary: 'a statement whose words have changed since it was ratified',
  level: 'warning',
  scope: 'file',
  check: () => (document) => {
    const { statement } = document;
    const ratified = isRatified(document.frontMatter.data) ? lastRatified(document) : undefined;
    if (!statement || !ratified || isSameWords(fingerprintOf(statement.plain), ratified.words)) return [];
    return [
      {
        start: statement.start,
        end: statement.end,
        message: `The statement has changed since it was ratified on ${ratified.date}`,
        question: 'Does everybody still agree? Ask for consent again, or take the change back.',
        note: 'People agreed to certain words. The status says that they agreed to these.',
        related: [{ message: 'Ratified here.', ...new LineMap(document.text).range(ratified) }],
      },
    ];
  },
});

function lastRatified(document: PurposeDocument) {
  return parseConsent(document)
    ?.rounds.flatMap(({ ratified }) => ratified ?? [])
    .at(-1);
}
