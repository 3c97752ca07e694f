import { type FileAccess, type FileEntry, FileError } from '../files/file-access';
import { basename, dirname, join } from '../files/paths';
import { purposeName } from '../files/purpose-name';

/** Folders in `.purpose` with another use: a purpose of that name stores its records under its whole file name. */
const TAKEN = new Set(['templates']);

/** The folder with the records of a purpose file: `.purpose/NAME` beside it. */
export function recordsFolder(purposePath: string): string {
  const name = purposeName(purposePath);
  const folder = TAKEN.has(name.toLowerCase()) ? basename(purposePath) : name;
  return join(dirname(purposePath), '.purpose', folder);
}

/**
 * Moves the records of a purpose file after the file itself was renamed or moved.
 * If the new name has records already, both histories are merged; a file name that exists on both sides stays behind.
 * @returns the number of moved records
 */
export async function moveRecords(files: FileAccess, from: string, to: string): Promise<number> {
  const [source, target] = [recordsFolder(from), recordsFolder(to)];
  if (source === target) return 0;
  const entries = await listIfThere(files, source);
  if (entries.length === 0) return 0;
  if (!(await files.stat(target))) {
    await files.rename(source, target);
    return entries.length;
  }
  return moveInto(files, source, target, entries);
}

/** Moves entries into a folder that is there already. Folders on both sides, such as that of answers, are merged. */
async function moveInto(
  files: FileAccess,
  source: string,
  target: string,
  entries: readonly FileEntry[],
): Promise<number> {
  let moved = 0;
  for (const { name, type } of entries) {
    const [from, to] = [join(source, name), join(target, name)];
    try {
      await files.rename(from, to);
      moved++;
    } catch (error) {
      if (!(error instanceof FileError && error.code === 'exists')) throw error;
      if (type === 'folder') moved += await moveInto(files, from, to, await listIfThere(files, from));
    }
  }
  return moved;
}

/** The entries of a folder; none if it does not exist. */
export async function listIfThere(files: FileAccess, folder: string): Promise<readonly FileEntry[]> {
  try {
    return await files.list(folder);
  } catch (error) {
    if (error instanceof FileError && error.code === 'missing') return [];
    throw error;
  }
}
