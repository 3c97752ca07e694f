import { type ParseArgsConfig, parseArgs } from 'node:util';
import { FileError } from '../files/file-access';
import { resolve } from '../files/paths';
import { type CommandIo, EXIT, UsageError } from './command';

/** Reads a command's words with `node:util`; what does not fit becomes a {@link UsageError}. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node explains further how to pass words that begin with a dash: its first sentence is enough.
    throw new UsageError((error instanceof Error ? error.message : String(error)).replace(/\. [\s\S]*/, '.'));
  }
}

/** The one file that a command works on. */
export function oneFile(positionals: readonly string[], io: CommandIo): { named: string; path: string } {
  const [named, ...more] = positionals;
  if (named === undefined || named === '') throw new UsageError('Name the purpose file to work on.');
  if (more.length > 0) throw new UsageError(`Name one purpose file only; ${more.length + 1} were given.`);
  return { named, path: resolve(io.cwd, named.replaceAll('\\', '/')) };
}

/** Runs a command; a file that cannot be read or written ends it with one line and exit code 2. */
export async function withFileErrors(io: CommandIo, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    io.err(`${error.message}\n`);
    return EXIT.failed;
  }
}
