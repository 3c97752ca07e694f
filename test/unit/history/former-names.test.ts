import assert from 'node:assert/strict';
import { appendRecord } from '../../../src/history/append-record';
import { ownerlessFolders } from '../../../src/history/former-names';
import type { GitCommit, GitReader, GitState } from '../../../src/history/git-reader';
import { openHistory } from '../../../src/history/history';
import { readRecords } from '../../../src/history/read-records';
import { MemoryFiles } from '../support/memory-files';
import { recordEntry, recordRefinement, type Writing } from '../support/recording';

const figuresOf = () => ({ grade: 0, vague: 0, words: 0 });
const day = (at: number) => new Date(Date.UTC(2026, 0, at)).toISOString();
const TEXT = 'We mend bicycles.';
const NOW = '/w/docs/crew.purpose.md';
const FORMER = '/w/team.purpose.md';

/** A file that was first `mission.md`, then `team.purpose.md`, then `docs/crew.purpose.md`. */
class Renamed implements GitReader {
  state = async (): Promise<GitState> => ({ kind: 'repository', root: '/w', shallow: false });
  isCommitted = async () => true;
  texts = async (_path: string, versions: readonly unknown[]) => versions.map(() => TEXT);
  log = async (): Promise<GitCommit[]> => {
    const names = ['mission.md', 'team.purpose.md', 'docs/crew.purpose.md'];
    return names
      .map((path, at): GitCommit => {
        const former = names[at - 1];
        return {
          ...{ hash: `c${at}`, time: day(10 * at + 1), author: 'Zoë', email: '', subject: path },
          after: { commit: `c${at}`, path },
          before: former === undefined ? [] : [{ commit: `c${at - 1}`, path: former }],
        };
      })
      .reverse();
  };
}

const note = (at: number, text: string) => ({
  ...{ time: day(at), author: 'Zoë', type: 'note', statement: TEXT, note: text },
});

async function withRecords(): Promise<MemoryFiles> {
  const files = new MemoryFiles({ [NOW]: `> ${TEXT}\n` });
  await appendRecord(files, '/w/mission.md', note(2, 'as mission'));
  await appendRecord(files, FORMER, note(12, 'as team'));
  await appendRecord(files, NOW, note(22, 'as crew'));
  return files;
}

const notesOf = async (files: MemoryFiles) => {
  const { entries } = await openHistory({ files, git: new Renamed(), figuresOf }, NOW);
  return entries.filter(({ kind }) => kind === 'note').map(({ note: text }) => text);
};

describe('records under former names', () => {
  it('appear in the timeline with those under the current name', async () => {
    assert.deepEqual(await notesOf(await withRecords()), ['as crew', 'as team', 'as mission']);
  });

  it('are left to another file that has the name now', async () => {
    const files = await withRecords();
    await files.write(FORMER, new TextEncoder().encode('> Another team.\n'));
    assert.deepEqual(await notesOf(files), ['as crew', 'as mission']);
  });

  it('appear once if they were copied to the new name as well', async () => {
    const files = await withRecords();
    const [path = ''] = files.paths.filter((one) => one.startsWith('/w/.purpose/team/'));
    await files.write(path.replace('/w/', '/w/docs/').replace('/team/', '/crew/'), await files.read(path));
    assert.deepEqual(await notesOf(files), ['as crew', 'as team', 'as mission']);
  });

  it('name what cannot be read among them', async () => {
    const files = await withRecords();
    await files.write('/w/.purpose/team/broken.md', new TextEncoder().encode('oh'));
    const { unreadable } = await openHistory({ files, git: new Renamed(), figuresOf }, NOW);
    assert.deepEqual(
      unreadable.map(({ path }) => path),
      ['/w/.purpose/team/broken.md'],
    );
  });

  it('are the baseline of the next record, which is written under the new name', async () => {
    const files = new MemoryFiles({ [NOW]: `> ${TEXT}\n` });
    const writing = (at: number, plain: string, more: Partial<Writing> = {}): Writing => ({
      ...{ statement: { plain, markdown: plain }, author: 'Zoë', now: new Date(day(at)), figuresOf },
      ...more,
    });
    const formerNames = async () => [FORMER];
    const pivot = await recordEntry(files, FORMER, { type: 'pivot', note: 'Why.' }, writing(1, TEXT));
    const same = await recordRefinement(files, NOW, writing(20, TEXT, { formerNames }));
    assert.equal(same, undefined);
    const next = await recordRefinement(files, NOW, writing(21, 'We lend boats.', { formerNames }));
    assert.deepEqual([next?.pivot, next?.change], [pivot.id, 'pivot']);
    assert.ok(next?.path.startsWith('/w/docs/.purpose/crew/'));
    const folded = await recordRefinement(
      files,
      NOW,
      writing(21, 'We lend our boats.', { formerNames, isCommitted: async () => false }),
    );
    assert.equal(folded?.pivot, pivot.id);
    assert.equal((await readRecords(files, NOW)).records.length, 1);
    assert.equal((await readRecords(files, FORMER)).records.length, 2);
  });
});

describe('folders of records that belong to no file', () => {
  it('are those with records beside the file, without templates and other purposes', async () => {
    const files = await withRecords();
    await files.write('/w/.purpose/templates/mine.md', new TextEncoder().encode('> We {{do}}.\n'));
    const found = () => ownerlessFolders(files, '/w/new.purpose.md');
    assert.deepEqual(await found(), ['/w/.purpose/mission.md', '/w/.purpose/team']);
    await files.write(FORMER, new TextEncoder().encode('> Another team.\n'));
    assert.deepEqual(await found(), ['/w/.purpose/mission.md']);
    assert.deepEqual(await ownerlessFolders(files, '/elsewhere/new.purpose.md'), []);
  });
});
