import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const START = Date.UTC(2016, 0, 4, 9) / 1000;
const DAY = 86_400;
const git = (folder: string, args: readonly string[], input?: string) =>
  execFileSync('git', args, { cwd: folder, input, maxBuffer: 2 ** 26, stdio: ['pipe', 'pipe', 'inherit'] });

/**
 * Makes a repository of `commits` commits, each a day after the last, with git's fast import.
 * @param every one commit in `every` changes the statement of `team.purpose.md`; the others change `others`
 * @returns the path of the purpose file
 */
export function manyCommits(
  folder: string,
  commits: number,
  every: number,
  others: 'other files' | 'another section' = 'other files',
): string {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const file = (path: string, text: string) => `M 100644 inline ${path}\n${data(text)}`;
  const parts: string[] = [];
  for (let at = 0; at < commits; at++) {
    const changes = at % every === 0;
    const wording = statement(at - (at % every));
    const notes = others === 'another section' ? `\n## Notes\n\n- ${statement(at)}\n- We meet again.\n` : '';
    const subject = changes ? `Refine the purpose (${at})` : `Work on something else (${at})`;
    parts.push(
      `commit refs/heads/main\ncommitter Ada Birch <ada@example.org> ${START + at * DAY} +0000\n${data(subject)}`,
      changes || notes !== ''
        ? file('team.purpose.md', `# Bicycle kitchen\n\n> ${wording}\n\nWe meet on Thursdays.\n${notes}`)
        : file(`src/part-${at % 40}/file-${at % 97}.txt`, `${at}\n`),
    );
  }
  git(folder, ['fast-import', '--quiet'], parts.join(''));
  git(folder, ['reset', '--quiet', '--hard']);
  return join(folder, 'team.purpose.md').replaceAll('\\', '/');
}

const WITH = [
  'with children in Leith',
  'with anybody who asks',
  'for the schools nearby',
  'at the kitchen door',
];
const SO_THAT = [
  'so that they ride to school',
  'so that nobody waits for the bus',
  'and lend what is mended',
];

/** A statement per commit: between two of them, words are added, removed and replaced, as in real edits. */
export function statement(at: number): string {
  const goal = at % 4 === 3 ? '' : `, ${SO_THAT[at % SO_THAT.length]}`;
  return `We mend ${at + 1} bicycles a year ${WITH[at % WITH.length]}${goal}.`;
}
