import { type CommandIo, UsageError } from './command';
import { EXIT } from './exit-codes';
import { parseOptions } from './options';
import { oneFile } from './purpose-argument';
import { recordEntry, recordPath, statementIn } from './record-entry';

/** The help lines of the options of every command with a reason. */
export const REASON_OPTIONS = `  -m, --message WHY  the reason, in a sentence or more; a terminal asks for it if you leave it out
  --author NAME      who says so (default: git's user.name, then the system's user)
`;

/**
 * Runs a command that records what is said of the statement as it is: its arguments, then the message for success. Only
 * `keep` may go without a reason.
 */
export async function recordReason(
  type: 'pivot' | 'reaffirm' | 'keep',
  args: readonly string[],
  io: CommandIo,
  say: (named: string, record: string) => string,
): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    message: { type: 'string', short: 'm' },
    author: { type: 'string' },
  });
  const { named, path } = await oneFile(positionals, io);
  const statement = await statementIn(path, named, io);
  const isAsked = type !== 'keep';
  const given = values.message ?? (isAsked && io.interactive ? await io.ask(`Why ${type}? `) : '');
  if (isAsked && given.trim() === '')
    throw new UsageError(`Say why with -m: in a year the reason is what you look for.`);
  const record = await recordEntry(path, { type, note: given }, statement, values.author, io);
  io.out(say(named, recordPath(record, io)));
  return EXIT.ok;
}
