import { cpus, platform } from 'node:os';
import { parseArgs } from 'node:util';
import { failures } from './failures';
import { fuzz } from './fuzz';
import { kills } from './kills';
import { notes, saves, writers } from './races';
import type { Outcome } from './world';

// `npm run storm -- [--minutes N] [--only WORDS]`: whether anything is lost or wrong with random texts, kills, failures and
// races. Each of the first five parts gets a fifth of the time, the writers take as long as they need; the exit code is 1 if
// something was wrong. `--only` runs the parts whose name has the words.

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, only: { type: 'string', default: '' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes takes a number above 0, not “${values.minutes}”.`);

const parts: readonly (readonly [string, (until: number) => Outcome | Promise<Outcome>])[] = [
  ['random texts, linted whole and after an edit', (until) => fuzz(100_000, until)],
  ['SIGKILL as soon as the folder changes', (until) => kills(1000, until)],
  ['a call to the file system fails', (until) => failures(2000, until)],
  ['an editor saves while share updates', (until) => saves(500, until)],
  ['notes by four processes at once', (until) => notes(4, 100, until)],
  ['wordings and notes by 2 writers at once, 500 each', () => writers(2, 500)],
  ['wordings and notes by 8 writers at once, 500 each', () => writers(8, 500)],
];
const chosen = parts.filter(([name]) => name.includes(values.only));

console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, ${platform()}\n`,
);
console.log('| test | tried | lost or wrong |\n| --- | --: | --: |');
const share = (minutes * 60_000) / Math.min(5, chosen.length);
for (const [name, run] of chosen) {
  const { tried, wrong } = await run(Date.now() + share);
  console.log(`| ${name} | ${tried.toLocaleString('en')} | ${wrong.length} |`);
  for (const one of wrong.slice(0, 5)) console.error(`  ${one}`);
  if (wrong.length > 0) process.exitCode = 1;
}
