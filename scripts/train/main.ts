// `npm run train -- DIR`: trains the weights of anatomy and wording from labelled statements in a folder outside the
// project, and from our own in test/fixtures.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { anatomyFile, trainAnatomy } from './anatomy';
import type { Row } from './spans';
import { trainWording } from './wording';

const OWN = 'test/fixtures/anatomy.jsonl';
const WEIGHTS = 'src/statement/anatomy/anatomy-weights.yml';

async function main(folder: string | undefined): Promise<number> {
  if (!folder) {
    console.error('Name the folder with the labelled data: npm run train -- DIR');
    return 2;
  }
  const rows = await rowsOf(join(folder, 'statements-train.jsonl'));
  await writeFile(WEIGHTS, anatomyFile(trainAnatomy(rows, await rowsOf(OWN))));
  console.log(`${WEIGHTS} written; npm run evaluate -- ${folder} shows its figures`);
  return trainWording(folder);
}

async function rowsOf(path: string): Promise<Row[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

process.exitCode = await main(process.argv[2]);
