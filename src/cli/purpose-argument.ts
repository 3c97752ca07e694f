import { resolve } from '../files/paths';
import { type CommandIo, UsageError } from './command';

/** The one file that a command works on. */
export function oneFile(positionals: readonly string[], io: CommandIo): { named: string; path: string } {
  const [named, ...more] = positionals;
  if (named === undefined || named === '') throw new UsageError('Name the purpose file to work on.');
  if (more.length > 0) throw new UsageError(`Name one purpose file only; ${more.length + 1} were given.`);
  return { named, path: resolve(io.cwd, named.replaceAll('\\', '/')) };
}
