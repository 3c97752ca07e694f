import type { Command } from '../command';
import { REASON_OPTIONS, recordReason } from '../reason';

/** `purpose pivot`: it is replaced, for a reason; the old statement stays readable. */
export const pivot: Command = {
  name: 'pivot',
  summary: 'Record that a purpose is being replaced, and why; the old statement is kept',
  help: `Usage: purpose pivot FILE -m WHY [--author NAME]

Records the statement as it stands now as the old one, with the reason for leaving it. The file itself is not
changed: write the new statement into it afterwards; history links the two.

${REASON_OPTIONS}`,
  run: (args, io) =>
    recordReason(
      'pivot',
      args,
      io,
      (named, record) =>
        `The old statement and your reason are kept in ${record}.\nNow write the new statement in ${named}.\n`,
    ),
};
