// Prints the figures of docs/figures.md. `npm run bench` starts it after installing and building what it needs.

import os from 'node:os';
import { parseArgs } from 'node:util';
import { measureCommand, measureTools, ready } from './measure.mjs';
import { tools } from './tools.mjs';

const { values } = parseArgs({
  options: {
    words: { type: 'string', default: '300,5000,50000' },
    rounds: { type: 'string', default: '' },
  },
});
const sizes = values.words.split(',').map(Number);
const HARPER = 'Harper 2.10.0';
const OURS = tools[0].name;

const ms = (value) =>
  value < 10 ? value.toFixed(value < 1 ? 2 : 1) : Math.round(value).toLocaleString('en');
const size = (words) => `${words.toLocaleString('en')} words`;
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [
  row(head),
  row(head.map((_, index) => (index ? '--:' : '---'))),
  ...rows.map(row),
];

function machine() {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  const date = new Date().toISOString().slice(0, 10);
  const load = os.loadavg()[0];
  const busy = load > os.cpus().length * 0.75 ? `, a busy machine (load ${load.toFixed(1)})` : '';
  return `${date}, ${cpu}, ${os.cpus().length} cores, Node ${process.version}, ${os.platform()}${busy}.`;
}

const progress = (text) => process.stderr.write(`${text}\n`);

async function main() {
  progress('Readying the tools …');
  const made = await ready();
  const results = [];
  for (const words of sizes) {
    const rounds = Number(values.rounds) || (words > 20_000 ? 3 : words > 2000 ? 7 : 21);
    progress(`${size(words)}: ${rounds} rounds …`);
    results.push({ words, rounds, times: await measureTools(made, words, rounds) });
  }
  progress('Keystrokes, memory and the command …');
  const strokes = [];
  const [{ ask }] = made;
  const memory = [];
  for (const { name, ask: askTool } of made) memory.push([name, await askTool({ memory: true })]);
  for (const words of sizes) strokes.push({ words, ...(await ask({ keystrokes: words })) });
  const command = await measureCommand(9);
  for (const { end } of made) end();
  print(results, strokes, memory, command);
}

function print(results, strokes, memory, command) {
  const lines = [
    `Measured ${machine()} Medians of processor time in milliseconds, and each tool's ratio to Harper's.`,
  ];
  const heads = results.map(({ words, rounds }) => `${size(words)} (${rounds} rounds)`);
  const section = (title, kind) => {
    const rows = tools.map(({ name, fresh }) => [
      `${name} (${fresh})`,
      ...results.map(({ times }) => {
        const mine = times.get(name)[kind];
        return `${ms(mine)} (${(mine / times.get(HARPER)[kind]).toFixed(2)})`;
      }),
    ]);
    lines.push('', `**${title}**`, '', ...table(['', ...heads], rows));
  };
  section('Text that no tool has seen', 'unseen');
  section('The same text once more', 'again');
  section('The same text with one letter more in the middle, linted whole', 'letter');
  const cached = results.map(({ times }) => times.get(OURS).unseen / times.get(HARPER).again);
  lines.push(
    '',
    '**One keystroke in the editor: the changed block alone**',
    '',
    ...table(
      ['', ...strokes.map(({ words }) => size(words))],
      [
        ['edit and lint: median', ...strokes.map(({ found }) => ms(found))],
        ['the same, 95th percentile', ...strokes.map(({ slowest }) => ms(slowest))],
        ['besides: all findings of the file to be shown', ...strokes.map(({ shown }) => ms(shown))],
      ],
    ),
    '',
    `Ours on unseen text beside Harper on text it has in its cache: ${cached.map((ratio) => ratio.toFixed(2)).join(', ')}.`,
    `Memory of each tool's process after all of this: ${memory.map(([name, mb]) => `${name} ${mb} MB`).join(', ')}.`,
    `\`purpose lint\` on one page, whole process by the clock: ${ms(command.whole)} ms (least ${ms(command.least)}), of which Node itself ${ms(command.bare)} ms.`,
  );
  console.log(lines.join('\n'));
}

await main();
