import type { Command } from '../command';
import { REASON_OPTIONS, recordReason } from '../reason';

/** `purpose reaffirm`: we looked at it again, and it still holds. */
export const reaffirm: Command = {
  name: 'reaffirm',
  summary: 'Record that a purpose was looked at again and still holds',
  help: `Usage: purpose reaffirm FILE -m WHY [--author NAME]

Adds to the history that the purpose, as it stands, still holds, and why; the file itself is not changed.

${REASON_OPTIONS}`,
  run: (args, io) => recordReason('reaffirm', args, io, (_named, record) => `Reaffirmed in ${record}.\n`),
};
