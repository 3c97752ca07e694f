// `npm run bench -- --history [--only core|open|move] [--rounds N]`: how long a history takes to open, and whether its
// panel scrolls without jank.

import os from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { temporaryFolder } from '../../host/harness/cleanup';
import { endPrograms } from '../../host/harness/open-workbench';
import { folderWithHistory, writeManyRecords } from '../../support/purpose-with-history';
import { measureOpening, measureRecords } from './core';
import { measureFirstEntries, measureSmoothness } from './panel';
import { manyCommits } from './repository';

const COMMITS = 5000;
const SHAPES = [
  [1, 'each changes the statement', 'other files'],
  [100, 'one in a hundred does', 'other files'],
  [100, 'one in a hundred does, the others another section', 'another section'],
] as const;

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, only: { type: 'string', default: '' } },
});
const rounds = Number(values.rounds);
const ms = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));
const progress = (text: string) => process.stderr.write(`${text}\n`);
const say = (line: string) => console.log(line);
const row = (...cells: string[]) => say(`| ${cells.join(' | ')} |`);

async function core(folder: string): Promise<void> {
  const heads = [
    'git log --follow',
    'first entries',
    'ratio',
    'all',
    'git log --follow -p',
    'ratio',
    'git programs',
    'longest stretch',
  ];
  row(`${COMMITS.toLocaleString('en')} commits`, ...heads);
  row('---', ...heads.map(() => '--:'));
  for (const [every, words, others] of SHAPES) {
    progress(`${COMMITS} commits, ${words} …`);
    const path = manyCommits(join(folder, words), COMMITS, every, others);
    const { first, git, patches, whole, programs, entries, longest } = await measureOpening(path, 3 * rounds);
    const all = `${ms(whole)} (${entries.toLocaleString('en')} entries)`;
    const [opening, reading] = [first / git, whole / patches].map((ratio) => ratio.toFixed(2)) as [
      string,
      string,
    ];
    row(
      ...[words, ms(git), ms(first), opening, all, ms(patches), reading],
      ...[programs.join(' / '), ms(longest)],
    );
  }
  for (const count of [1000, 10_000]) {
    progress(`${count} records …`);
    const { open, typed } = await measureRecords(count);
    const words = `longest stretch ${ms(open)} to open, ${ms(typed)} for a letter more`;
    say(`\n${count.toLocaleString('en')} records, no git: ${words}.`);
  }
}

async function open(folder: string): Promise<void> {
  const times: number[] = [];
  for (const [commits, every] of [
    [2, 1],
    ...SHAPES.slice(0, 2).map(([each]) => [COMMITS, each] as const),
  ] as const) {
    progress(`The panel in the editor, ${commits} commits …`);
    const workspace = join(folder, `panel-${commits}-${every}`);
    manyCommits(workspace, commits, every);
    times.push(await measureFirstEntries(workspace, rounds));
  }
  const [least = 1, ...others] = times;
  const told = others.map(
    (time, at) => `${ms(time)} (${(time / least).toFixed(2)}) where ${SHAPES[at]?.[1]}`,
  );
  say(`\nThe panel in the editor, command to first entry: 2 commits ${ms(least)}; 5,000 ${told.join(', ')}.`);
}

async function move(): Promise<void> {
  progress('1,000 entries in the panel …');
  const many = await folderWithHistory((files, path) => writeManyRecords(files, path, 1000));
  try {
    const { entries, scroll, filter } = await measureSmoothness(many.path);
    const told = ({ longest, pauses }: typeof scroll) =>
      pauses === 0 ? 'no task over 50 ms' : `${pauses} tasks over 50 ms, the longest ${ms(longest)}`;
    say(
      `\n${entries.toLocaleString('en')} entries in the panel: scrolling, ${told(scroll)}; filtering, ${told(filter)}.`,
    );
  } finally {
    many.remove();
  }
}

const parts = { core, open, move };
const chosen = Object.entries(parts).filter(([name]) => values.only === '' || values.only === name);
if (chosen.length === 0 || !(rounds >= 1)) {
  throw new Error(`Choose --only among ${Object.keys(parts).join(', ')} and --rounds from 1.`);
}
say(
  `Measured ${new Date().toISOString().slice(0, 10)}, ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}; medians in ms.\n`,
);
const folder = await temporaryFolder('bench-history');
try {
  for (const [, measure] of chosen) await measure(folder.path);
} finally {
  await endPrograms();
  folder.remove();
}
