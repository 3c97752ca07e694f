import { parseArgs } from 'node:util';
import { type Command, EXIT } from '../command';
import { oneFile } from '../purpose-argument';
import { recordFromCommand, statementIn, told } from '../record-moment';

/** `purpose keep`: records the current wording on request. */
export const keepCommand: Command = {
  name: 'keep',
  summary: 'record the wording as it is, to find it again',
  help: `purpose keep FILE [-m TEXT] [--author NAME]

Adds the current statement to the history, marked as kept; the file itself is not changed.

  -m, --message TEXT why you keep it, in a sentence
  --author NAME      who keeps it (default: git's user.name, then the system's user)

Exit code: 0 recorded, 2 not.
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { message: { type: 'string', short: 'm' }, author: { type: 'string' } },
      allowPositionals: true,
    });
    const { named, path } = await oneFile(positionals, io);
    await statementIn(path, named, io);
    const moment = { type: 'keep' as const, note: values.message ?? '' };
    const record = await recordFromCommand(path, moment, values.author, io);
    io.out(`Kept in ${told(record, io)}.\n`);
    return EXIT.ok;
  },
};
