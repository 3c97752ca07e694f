import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { useModel } from '../../src/lint/wording/model';
import { fixturesIn } from '../data/fixtures';
import { isHeldOut, type Labelled, rowsOf, STATEMENTS } from '../data/rows';
import { writeCard } from './card';
import { train } from './chain';
import { examplesOf, ratingsIn } from './examples';
import { packModel } from './pack';

const WEIGHTS = 'src/lint/wording/weights.bin';
const SETTINGS = { epochs: 14, rate: 0.05, sparsity: 1.5e-4, dropout: 0.25 };
/** One run for each; the model has the mean of their weights. */
const SEEDS = [1, 2];
/** Repetitions of each fixture, so that a few hundred have an effect among thousands. */
const FIXTURE_TURNS = 6;
/** A token is marked from this probability on: in cross-validation three of four marks are right. */
const THRESHOLD = 0.49;

/** Trains the model of vague wording from the labelled data in a folder and our own fixtures, and writes its card. */
export async function trainWording(folder: string): Promise<number> {
  const rows = (await Promise.all(STATEMENTS.map((name) => rowsOf<Labelled>(folder, name)))).flatMap(
    (some) => some ?? [],
  );
  const learned = rows.filter((row) => !isHeldOut(row));
  if (learned.length === 0) {
    console.error(`No statements to learn from: ${folder} has none of ${STATEMENTS.join(', ')}`);
    return 2;
  }
  const ratings = await ratingsIn(folder);
  const fixtures = await fixtureRows();
  const own = fixtures.flatMap((row) => examplesOf(row, ratings));
  const all = [
    ...learned.flatMap((row) => examplesOf(row, ratings)),
    ...Array.from({ length: FIXTURE_TURNS }, () => own).flat(),
  ];
  const weights = meanOf(SEEDS.map((seed) => train(all, { ...SETTINGS, seed })));
  const { bytes, kept } = packModel(weights, ratings, THRESHOLD);
  await writeFile(WEIGHTS, bytes);
  useModel(bytes);
  await writeCard({
    rows,
    fixtures: fixtures.length,
    ratings: ratings.size,
    weights: kept,
    bytes: bytes.length,
    threshold: THRESHOLD,
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
  });
  console.log(`${WEIGHTS}: ${bytes.length} bytes`);
  return 0;
}

function meanOf(runs: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(runs[0]?.length ?? 0);
  for (const run of runs) for (const [key, weight] of run.entries()) sum[key] = (sum[key] ?? 0) + weight;
  return sum.map((total) => total / runs.length);
}

/** Our own sentences: marked ones, and plain writing without anything to mark. */
async function fixtureRows(): Promise<Labelled[]> {
  const plain = await readdir('test/fixtures/plain');
  const clear = await Promise.all(
    ['test/fixtures/plain-purposes.txt', ...plain.map((name) => `test/fixtures/plain/${name}`)].map((path) =>
      readFile(path, 'utf8'),
    ),
  );
  const unmarked = clear
    .flatMap((text) => text.replace(/^[#>] ?/gm, '').split(/\n{2,}|(?<=[.])\n/))
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text: text.replace(/\s+/g, ' ').trim(), spans: [] }));
  return [...fixturesIn(await readFile('test/fixtures/wording.txt', 'utf8')), ...unmarked];
}
