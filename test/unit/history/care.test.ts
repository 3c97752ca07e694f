import assert from 'node:assert/strict';
import { MemoryFiles } from '../../../src/files/memory-files';
import { readCare } from '../../../src/history/care';
import { recordMoment, recordRefinement } from '../../../src/history/refine';
import { recordsFolder } from '../../../src/history/store';

const PATH = '/w/team.purpose.md';

function writing(text: string, minutes: number) {
  return {
    statement: { plain: text, markdown: text },
    author: 'Ana',
    now: new Date(Date.UTC(2026, 0, 1, 0, minutes)),
    figuresOf: () => ({ grade: 5, vague: 0, words: 4 }),
  };
}

describe('readCare', () => {
  it('knows nothing of a purpose without records', async () => {
    assert.equal(await readCare(new MemoryFiles(), PATH), undefined);
  });

  it('tells the last change, the last note and the last reaffirmation apart', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, PATH, writing('We mend bicycles.', 0));
    await recordMoment(files, PATH, { type: 'reaffirm', note: 'Still so.' }, writing('We mend bicycles.', 5));
    await recordRefinement(files, PATH, writing('We mend bicycles with children.', 20));
    await recordMoment(
      files,
      PATH,
      { type: 'note', fit: 'tight', note: 'And with their parents.' },
      writing('We mend bicycles with children.', 40),
    );
    const care = await readCare(files, PATH);
    assert.equal(care?.last.type, 'note');
    assert.equal(care?.noted?.fit, 'tight');
    assert.equal(care?.refined?.statement, 'We mend bicycles with children.');
    assert.equal(care?.reaffirmed?.note, 'Still so.');
  });

  it('reads around a file that is no record', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, PATH, writing('We mend bicycles.', 0));
    await files.write(`${recordsFolder(PATH)}/9999-broken.md`, new TextEncoder().encode('no front matter'));
    assert.equal((await readCare(files, PATH))?.last.statement, 'We mend bicycles.');
  });
});
