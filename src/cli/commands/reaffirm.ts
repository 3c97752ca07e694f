import type { Command } from '../command';
import { REASON_OPTIONS, recordReason } from '../reason';

/** `purpose reaffirm`: records that a review confirmed the statement. */
export const reaffirmCommand: Command = {
  name: 'reaffirm',
  summary: 'record that a review confirmed the purpose',
  help: `purpose reaffirm FILE -m WHY [--author NAME]

Adds to the history that the purpose still holds, and why; the file itself is not changed.

${REASON_OPTIONS}
Examples:
  purpose reaffirm team.purpose.md -m "We read it aloud in May; it holds."

Exit code: 0 recorded, 2 not.
`,
  run: (args, io) => recordReason('reaffirm', args, io, (_named, record) => `Reaffirmed in ${record}.\n`),
};
