import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeFiles } from '../../../src/files/node-files';
import { appendRecord } from '../../../src/history/store';
import { statementFigures } from '../../../src/lint/statement-figures';
import { recordMoment, recordRefinement, type Writing } from '../../unit/support/recording';
import { temporaryFolder } from '../harness/cleanup';

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

/** Makes a folder with one purpose file, `team.purpose.md`, that has been cared for. */
export async function purposeWithHistory(): Promise<{ path: string; remove: () => void | Promise<void> }> {
  const folder = await temporaryFolder('history');
  const path = join(folder.path, 'team.purpose.md').replaceAll('\\', '/');
  await writeFile(path, `# Bicycle kitchen\n\n> ${NOW}\n\nMore about us.\n`);
  const files = new NodeFiles();
  await recordRefinement(files, path, writing(OLD, 0));
  await recordMoment(
    files,
    path,
    { type: 'note', fit: 'loose', note: 'It would fit any shop.' },
    writing(OLD, 3),
  );
  await recordRefinement(files, path, writing(HOSTILE, 5, 'Ben <b>Okafor</b>'));
  await recordMoment(files, path, { type: 'pivot', note: 'The children came.' }, writing(HOSTILE, 8));
  await recordRefinement(files, path, writing('We mend bicycles with children in Leith.', 9));
  await recordRefinement(files, path, writing(NOW, 20));
  await recordMoment(
    files,
    path,
    { type: 'note', fit: 'pinches', phrase: 'to school', note: 'In summer there is no school.' },
    writing(NOW, 24, 'Cleo Marsh'),
  );
  await recordMoment(files, path, { type: 'reaffirm', note: 'Read aloud; it holds.' }, writing(NOW, 40));
  return folder;
}

/** Makes a folder with one purpose file that has so many records, each tenth of them a note; `count` is a multiple of ten. */
export async function purposeWithMany(
  count: number,
): Promise<{ path: string; remove: () => void | Promise<void> }> {
  const folder = await temporaryFolder('history');
  const path = join(folder.path, 'team.purpose.md').replaceAll('\\', '/');
  const text = (at: number) => `We mend ${at + 1} bicycles a year with children in Leith.`;
  await writeFile(path, `> ${text(count - 2)}\n`);
  const files = new NodeFiles();
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
  return folder;
}
