import { join } from 'node:path';
import type { FileAccess } from '../../src/files/file-access';
import { NodeFiles } from '../../src/files/node-files';
import { appendRecord } from '../../src/history/append-record';
import { statementFigures } from '../../src/lint/statement-figures';
import { temporaryFolder } from '../host/harness/cleanup';
import { recordEntry, recordRefinement, type Writing } from '../unit/support/recording';

/** A wording that would do harm if it were ever taken for markup. */
export const HOSTILE =
  'We mend <img src=x onerror=alert(1)> and </script><script>alert(2)</script> bicycles.';
export const NOW = 'We mend bicycles with children in Leith, so that they ride to school.';
export const OLD = 'We strive to offer many people great bicycles.';

const START = Date.UTC(2025, 0, 6, 18);
const WEEK = 7 * 24 * 3600 * 1000;

function writing(text: string, week: number, author = 'Ada Birch'): Writing {
  return {
    statement: { plain: text, markdown: text.replaceAll('<', '\\<') },
    author,
    now: new Date(START + week * WEEK),
    figuresOf: statementFigures,
  };
}

/** Writes the purpose file `path` and records of all kinds beside it. */
export async function writeHistory(files: FileAccess, path: string): Promise<void> {
  await write(files, path, `# Bicycle kitchen\n\n> ${NOW}\n\nMore about us.\n`);
  await recordRefinement(files, path, writing(OLD, 0));
  await recordEntry(
    files,
    path,
    { type: 'note', fit: 'loose', note: 'It would fit any shop.' },
    writing(OLD, 3),
  );
  await recordRefinement(files, path, writing(HOSTILE, 5, 'Ben <b>Okafor</b>'));
  await recordEntry(files, path, { type: 'pivot', note: 'The children came.' }, writing(HOSTILE, 8));
  await recordRefinement(files, path, writing('We mend bicycles with children in Leith.', 9));
  await recordRefinement(files, path, writing(NOW, 20));
  await recordEntry(
    files,
    path,
    { type: 'note', fit: 'pinches', phrase: 'to school', note: 'In summer there is no school.' },
    writing(NOW, 24, 'Cleo Marsh'),
  );
  await recordEntry(files, path, { type: 'reaffirm', note: 'Read aloud; it holds.' }, writing(NOW, 40));
}

/** Writes the purpose file `path` and `count` records, a multiple of ten; each tenth is a note. */
export async function writeManyRecords(files: FileAccess, path: string, count: number): Promise<void> {
  const text = (at: number) => `We mend ${at + 1} bicycles a year with children in Leith.`;
  await write(files, path, `> ${text(count - 2)}\n`);
  for (let at = 0; at < count; at++) {
    const { statement, author, now } = writing(text(at), at / 7);
    const isNote = at % 10 === 9;
    await appendRecord(files, path, {
      time: now.toISOString(),
      author,
      type: isNote ? 'note' : 'refine',
      ...(isNote ? { fit: 'fits' } : { change: 'tuck' }),
      grade: 5,
      vague: 0,
      words: 10,
      statement: isNote ? text(at - 1) : statement.markdown,
      note: isNote ? `Note ${at}.` : '',
    });
  }
}

/** A folder with `team.purpose.md` and its history, as `write` makes it. */
export async function folderWithHistory(
  write: (files: FileAccess, path: string) => Promise<void> = writeHistory,
): Promise<{ path: string; remove: () => void }> {
  const folder = await temporaryFolder('history');
  await write(new NodeFiles(), join(folder.path, 'team.purpose.md').replaceAll('\\', '/'));
  return folder;
}

async function write(files: FileAccess, path: string, text: string): Promise<void> {
  await files.write(path, new TextEncoder().encode(text));
}
