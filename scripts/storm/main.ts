import { cpus, platform } from 'node:os';
import { parseArgs } from 'node:util';
import { failures } from './failures';
import { fuzz } from './fuzz';
import { kills } from './kills';
import { notes, saves } from './races';
import type { Outcome } from './world';

// `npm run storm -- [--minutes N]`: whether anything is lost or wrong with random texts, kills, failures and races.
// Each of the five parts gets a fifth of the time; the exit code is 1 if something was wrong.

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes takes a number above 0, not “${values.minutes}”.`);
const share = (minutes * 60_000) / 5;

const parts: readonly (readonly [string, (until: number) => Outcome | Promise<Outcome>])[] = [
  ['texts made by chance, linted whole and after an edit', (until) => fuzz(100_000, until)],
  ['SIGKILL as soon as the folder changes', (until) => kills(1000, until)],
  ['a call to the file system fails', (until) => failures(2000, until)],
  ['an editor saves while share updates', (until) => saves(500, until)],
  ['notes by four processes at once', (until) => notes(4, 100, until)],
];

console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, ${platform()}\n`,
);
console.log('| test | tried | lost or wrong |\n| --- | --: | --: |');
for (const [name, run] of parts) {
  const { tried, wrong } = await run(Date.now() + share);
  console.log(`| ${name} | ${tried.toLocaleString('en')} | ${wrong.length} |`);
  for (const one of wrong.slice(0, 5)) console.error(`  ${one}`);
  if (wrong.length > 0) process.exitCode = 1;
}
