import type { Command } from '../command';
import { recordReason } from '../reason';

/** `purpose keep`: records the current wording on request. */
export const keepCommand: Command = {
  name: 'keep',
  summary: 'record the wording as it is, to find it again',
  help: `purpose keep FILE [-m TEXT] [--author NAME]

Adds the current statement to the history, marked as kept; the file itself is not changed.

  -m, --message TEXT why you keep it, in a sentence
  --author NAME      who keeps it (default: git's user.name, then the system's user)

Examples:
  purpose keep team.purpose.md -m "As we printed it on the poster."

Exit code: 0 recorded, 2 not.
`,
  run: (args, io) => recordReason('keep', args, io, (_named, record) => `Kept in ${record}.\n`),
};
