import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Heard, parseHeard, printHeard } from '../../../src/heard/heard-file';
import { keepHeard, readHeard, roundFor } from '../../../src/heard/store';
import { tallyOf } from '../../../src/heard/tally';
import { MemoryFiles } from '../support/memory-files';

const FILE = '/w/team.purpose.md';
const heard = (text: string, name = '', date = '2026-11-27'): Heard => ({ date, name, about: '', text });

describe('the file of an answer', () => {
  it('is read as it is printed', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.replace(/[\r\n]/g, ' ').trim());
    fc.assert(
      fc.property(
        line,
        line.filter(Boolean),
        fc.constantFrom('', '0a1b2c3d', '12345678'),
        (name, text, about) => {
          const written = { date: '2026-11-27', name, about, text };
          assert.deepEqual(parseHeard(printHeard(written)), written);
        },
      ),
    );
  });

  it('may be written by hand, and reports mistakes', () => {
    assert.deepEqual(parseHeard('We mend bikes.\r\n'), heard('We mend bikes.', '', ''));
    const problem = (text: string) => (parseHeard(text) as { problem?: string }).problem;
    assert.equal(problem('---\nversion: 1\n---\n'), 'it has no text');
    assert.equal(problem('---\nversion: 9\n---\nHi\n'), 'a newer version of Purpose wrote it');
    assert.equal(problem('---\nname: [\n---\nHi\n'), 'its front matter is not valid YAML');
    assert.equal(problem('<<<<<<< HEAD\nHi\n=======\nHo\n>>>>>>> other\n'), 'it has conflict markers');
  });
});

describe('a round of answers', () => {
  it('keeps a file for each, and counts the last of each person', async () => {
    const files = new MemoryFiles({ '/w/.purpose/team/heard/2026-11/note.txt': 'no answer' });
    const names = ['1', '1', '2', '3', '4'];
    const random = () => names.shift() ?? '';
    for (const answer of [heard('One.', 'Ana'), heard('Two.', 'ana'), heard('Three.'), heard('Four.')])
      await keepHeard(files, FILE, '2026-11', answer, random);
    await files.write('/w/.purpose/team/heard/2026-11/5.md', new TextEncoder().encode('---\nname: x\n---\n'));
    const { rounds, problems } = await readHeard(files, FILE);
    assert.deepEqual(
      rounds.map(({ name, answers }) => [name, answers.map(({ text }) => text)]),
      [['2026-11', ['Two.', 'Three.', 'Four.']]],
    );
    assert.deepEqual(problems, ['/w/.purpose/team/heard/2026-11/5.md is left out: it has no text.']);
    assert.deepEqual(await readHeard(files, '/w/other.purpose.md'), { rounds: [], problems: [] });
  });

  it('lasts into the next month, and not longer', () => {
    const rounds = [{ name: '2026-12', answers: [] }];
    assert.deepEqual(
      ['2026-12-31', '2027-01-31', '2027-02-01'].map((today) => roundFor(rounds, today)),
      ['2026-12', '2026-12', '2027-02'],
    );
    assert.equal(roundFor([], '2026-12-31'), '2026-12');
  });
});

describe('what was heard', () => {
  const said = {
    plain: 'We teach teenagers to mend bicycles so that they can get to work.',
    parts: { who: 'teenagers', what: 'teach teenagers to mend bicycles', change: 'they can get to work' },
  };

  it('is counted by the roots of words', () => {
    const answers = [
      heard('Bike repair taught to kids.'),
      heard('Repair for a teenager who works.'),
      heard('Fun!'),
    ];
    assert.deepEqual(tallyOf({ name: '2026-11', answers }, said), {
      round: '2026-11',
      answers: 3,
      aboutOtherWords: 0,
      heard: { who: 1, what: 2, change: 1 },
      unused: ['mend', 'bicycles'],
      instead: [
        { word: 'repair', people: 2 },
        { word: 'bike', people: 1 },
        { word: 'fun', people: 1 },
        { word: 'kids', people: 1 },
      ],
    });
  });

  it('counts no person twice, and skips a part that is not found', () => {
    const answers = [heard('Mending and mended bikes, bikes, bikes.')];
    const { heard: counts, instead } = tallyOf({ name: 'a', answers }, { ...said, parts: { what: 'mend' } });
    assert.deepEqual(counts, { what: 1 });
    assert.deepEqual(instead, [{ word: 'bikes', people: 1 }]);
  });
});
