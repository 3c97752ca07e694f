import type { EntryDraft } from '../../history/recorder-types';
import { answersTold } from '../../history/review-questions';

/** What the user has written for an entry that could not be recorded, as Markdown; empty if nothing. */
export function wordsOf({ note = '', answers }: EntryDraft): string {
  const parts = [
    ...(note.trim() === '' ? [] : [note.trim()]),
    ...answersTold(answers).map(({ head, text }) => `## ${head}\n\n${text}`),
  ];
  return parts.length === 0 ? '' : `${['# Not recorded', ...parts].join('\n\n')}\n`;
}
