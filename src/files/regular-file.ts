import { type FileAccess, FileError } from './file-access';
import { isWithin } from './paths';

/** The error that something is not a regular file; `what` says what it is instead. */
export function notRegular(path: string, what: string, shown = path): FileError {
  return new FileError('not-a-file', path, `${shown}: this is ${what}, not a file.`);
}

/** The error that a file exceeds the limit; sizes in bytes. */
export function tooLarge(path: string, size: number, largest: number, shown = path): FileError {
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
  return new FileError(
    'unreadable',
    path,
    `${shown}: this file has ${megabytes(size)} MB; Purpose reads files of up to ${megabytes(largest)} MB.`,
  );
}

/**
 * Whether links lead a path out of a folder that contains its name; `false` on file systems without links.
 * @param top the folder's real path, if the caller asks about many of its files
 */
export async function leadsOut(
  files: FileAccess,
  folder: string,
  path: string,
  top = files.real?.(folder),
): Promise<boolean> {
  if (!files.real || top === undefined) return false;
  const [root, target] = await Promise.all([top, files.real(path)]);
  return !isWithin(root, target);
}
