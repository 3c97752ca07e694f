import type { CommandIo } from './command';
import { COMMANDS } from './commands';
import { dispatch } from './dispatch';

export { COMMANDS };

/** Runs the program with its arguments; returns the exit code and never throws. */
export function runCli(args: readonly string[], io: CommandIo): Promise<number> {
  return dispatch(args, io, COMMANDS);
}
