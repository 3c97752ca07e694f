import type { EntryDraft } from '../../history/recorder-types';
import { answersTold } from '../../history/review-questions';

/** The user's note and answers of an entry that was not recorded, as Markdown; empty if there are none. */
export function wordsOf({ note = '', answers }: EntryDraft): string {
  const parts = [
    ...(note.trim() === '' ? [] : [note.trim()]),
    ...answersTold(answers).map(({ head, text }) => `## ${head}\n\n${text}`),
  ];
  return parts.length === 0 ? '' : `${['# Not recorded', ...parts].join('\n\n')}\n`;
}
