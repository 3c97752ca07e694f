import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LIMIT_MS = 80_000;

export const AUTHOR = 'Ada Birch';

/** A record of a wording, a day after the previous one. */
export function recordOf(at: number, wording: string): { name: string; text: string } {
  const id = `2025-01-0${at + 1}T000000Z-reword-000${at}`;
  const lines = [
    'version: 1',
    `id: ${id}`,
    `time: 2025-01-0${at + 1}T00:00:00Z`,
    `author: ${AUTHOR}`,
    'type: refine',
  ];
  return {
    name: `${id}.md`,
    text: `---\n${lines.join('\n')}\nchange: ${at === 0 ? 'start' : 'reword'}\n---\n\n> ${wording}\n`,
  };
}

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
