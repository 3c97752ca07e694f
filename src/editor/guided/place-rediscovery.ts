import type { RediscoverResult, RediscoverSession } from '../../templates/rediscovery';
import type { TextEdit } from '../../text/text-edit';

/** The file of a rediscovery, and what else keeps the words of its user. */
export interface RediscoveredFile {
  /** Its text by now. */
  text(): string;
  edit(edits: readonly TextEdit[]): Promise<boolean>;
  /** Records a note in the history; `false` if that is not possible. */
  note(note: string): Promise<boolean>;
  /** Shows text in a new document. */
  show(text: string): Promise<void>;
}

/**
 * Puts the results of a rediscovery in their places: the note, then the new wordings as one edit of the file. What has
 * no place is shown, so that nothing the user wrote is lost.
 * @returns what was edited, and what could not be because it had changed; `undefined` if the file cannot be edited
 */
export async function placeRediscovery(
  session: RediscoverSession,
  file: RediscoveredFile,
): Promise<RediscoverResult | undefined> {
  const { note } = session.result(file.text());
  if (note !== '' && !(await file.note(note))) await file.show(`# What pinches\n\n${note}\n`);
  // Only now, since the user may have typed while the note was recorded.
  const result = session.result(file.text());
  if (result.edits.length > 0 && !(await file.edit(result.edits))) {
    await file.show(wordings(answered(session)));
    return undefined;
  }
  if (result.unplaced.length > 0) await file.show(wordings(result.unplaced));
  return result;
}

type Wordings = RediscoverResult['unplaced'];

function answered({ parts, questionnaire }: RediscoverSession): Wordings {
  return parts
    .map((part) => ({ part, text: questionnaire.answerTo(`${part.id}.text`).trim() }))
    .filter(({ text }) => text);
}

function wordings(all: Wordings): string {
  return all.map(({ part, text }) => `## ${part.name}\n\n${text}\n`).join('\n');
}
