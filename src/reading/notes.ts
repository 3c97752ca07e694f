import type { Anatomy } from '../statement/anatomy';
import { PARTS, type PartName } from '../statement/anatomy';
import type { Span } from '../statement/position';
import type { TextEdit } from '../text/text-edit';
import { type Kind, messageOf } from './kinds';
import type { ModelReading } from './reading';

/** A note of a reading at a range of the file; offsets in UTF-16 units. */
export interface Note extends Span {
  /** `reading/vague-quantity`, `reading/who` … */
  readonly rule: `reading/${Kind | PartName}`;
  readonly message: string;
  /** The rule whose page explains it, if there is one. */
  readonly kind?: Kind;
}

const ASKED: Readonly<Record<PartName, string>> = {
  who: 'who it is for',
  what: 'what you do',
  change: 'what changes',
};

/**
 * A reading as notes on the file: its marks, and who, what and change if the model finds them elsewhere than Purpose
 * does.
 * Two overlapping spans of one part count as the same.
 * @param place converts a range of the model's input to one of the file
 * @param ours the parts found by Purpose; `undefined` if it cannot read the statement's language
 */
export function notesOf(
  { findings, parts }: ModelReading,
  place: (span: Span) => Span,
  ours: Anatomy | undefined,
): readonly Note[] {
  const marked = findings.map(({ kind, text, question, reason, ...span }): Note => {
    const message = `${messageOf(kind, text)}. ${question}${reason ? ` ${reason}` : ''}`;
    return { ...place(span), rule: `reading/${kind}`, kind, message };
  });
  const differing = PARTS.flatMap((name): Note[] => {
    const [read, found] = [parts[name], ours?.[name]];
    if (!ours || read === undefined || (!read && !found)) return [];
    const rule = `reading/${name}` as const;
    const asked = ASKED[name];
    if (!read) {
      const message = `As a model reads it, nothing says ${asked}. Purpose found “${found?.text}”.`;
      return found ? [{ start: found.start, end: found.end, rule, message }] : [];
    }
    const at = place(read);
    if (found && found.start < at.end && at.start < found.end) return [];
    const purpose = found ? `“${found.text}”` : 'nothing';
    const message = `As a model reads it, “${read.text}” says ${asked}. Purpose found ${purpose}.`;
    return [{ ...at, rule, message }];
  });
  return [...marked, ...differing].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The notes after an edit: later ones are shifted, touched ones are dropped. */
export function keptAfter(notes: readonly Note[], { offset, length, text }: TextEdit): readonly Note[] {
  const by = text.length - length;
  return notes.flatMap((note) => {
    if (note.end < offset) return note;
    if (note.start > offset + length) return { ...note, start: note.start + by, end: note.end + by };
    return [];
  });
}
