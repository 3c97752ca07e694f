import type { Command } from '../command';
import { REASON_OPTIONS, recordReason } from '../reason';

/** `purpose pivot`: the purpose is replaced, for a reason; the old statement stays in the history. */
export const pivotCommand: Command = {
  name: 'pivot',
  summary: 'record that a purpose is being replaced, and why; the old statement is kept',
  help: `purpose pivot FILE -m WHY [--author NAME]

Records the current statement as the old one, with the reason for leaving it. The file itself is not
changed: write the new statement into it afterwards; history links the two.

${REASON_OPTIONS}
Examples:
  purpose pivot team.purpose.md -m "The school closed; the cyclists stayed."

Exit code: 0 recorded, 2 not.
`,
  run: (args, io) =>
    recordReason(
      'pivot',
      args,
      io,
      (named, record) =>
        `The old statement and your reason are kept in ${record}.\nNow write the new statement in ${named}.\n`,
    ),
};
