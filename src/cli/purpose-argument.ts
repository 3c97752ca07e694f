import { FileError } from '../files/file-access';
import { join, resolve } from '../files/paths';
import { recordsFolder } from '../history/records-folder';
import { type CommandIo, UsageError } from './command';
import { CopyRoots } from './copy-roots';

/**
 * Converts an argument to a path. `\\` separates folders only on Windows and is part of a name elsewhere; two slashes
 * at the start name a network share only on Windows and count as one elsewhere. An empty word, mostly an unset variable
 * of a shell, would be the whole folder.
 */
export function pathOf(word: string, io: CommandIo): string {
  if (word === '') throw new UsageError('A PATH is empty; name a file or a folder, or leave it out.');
  return resolve(io.cwd, io.windows ? word.replaceAll('\\', '/') : word.replace(/^\/\/+/, '/'));
}

/** The ending of names of files that are certainly not Markdown. */
const FOREIGN =
  /\.(?:html?|svg|xml|json|ya?ml|toml|[cm]?[jt]sx?|css|png|jpe?g|gif|webp|ico|pdf|docx?|odt|rtf|pptx?|xlsx?|zip|gz|tgz)$/i;

/** Rejects a file of another kind, in which every command would find something other than a purpose. */
export function mustBeText(path: string): void {
  if (FOREIGN.test(path))
    throw new FileError(
      'unreadable',
      path,
      `${path}: this is not a Markdown file; a purpose is in NAME.purpose.md or another Markdown file.`,
    );
}

/** The one file that a command works on; rejects if a link leads it, or its records, out of the workspace. */
export async function oneFile(
  positionals: readonly string[],
  io: CommandIo,
): Promise<{ named: string; path: string }> {
  const [named, ...more] = positionals;
  if (named === undefined || named === '') throw new UsageError('Name the purpose file to work on.');
  if (more.length > 0) throw new UsageError(`Name one purpose file only; ${more.length + 1} were given.`);
  const path = pathOf(named, io);
  mustBeText(path);
  const roots = new CopyRoots(io.files, io.cwd);
  await roots.mustHold(path);
  await roots.mustHold(join(recordsFolder(path), 'record.md'));
  return { named, path };
}
