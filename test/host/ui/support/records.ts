import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LIMIT_MS = 80_000;

/**
 * The texts of the records in a folder, as soon as there are any: they are written after the file was saved.
 * @param kind a part of the file name, such as `-note-`
 */
export async function writtenRecords(folder: string, kind = ''): Promise<string[]> {
  for (
    const end = Date.now() + LIMIT_MS;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 50))
  ) {
    const names = (await readdir(folder).catch(() => [])).filter(
      (name) => /^[^.].*\.md$/.test(name) && name.includes(kind),
    );
    if (names.length > 0) return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  }
  throw new Error(`No record was written in ${folder}.`);
}
