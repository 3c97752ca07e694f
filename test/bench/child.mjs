// A process with one tool, controlled by main.mjs, so that no tool affects another's compiled code. `{ lint: TEXT }`
// returns milliseconds, `{ memory: true }` megabytes, `{ keystrokes: WORDS }` (our linter only) the times of single
// keystrokes.

import { measureKeystrokes, processorTime } from './keystrokes.mjs';
import { tools } from './tools.mjs';

const name = process.argv[2];
const tool = tools.find((one) => one.name === name);
if (!tool) throw new Error(`There is no tool “${name}”.`);
const lint = await tool.make();

async function answer({ lint: text, keystrokes, memory }) {
  if (memory) return Math.round(process.memoryUsage().rss / 2 ** 20);
  if (keystrokes) return measureKeystrokes(keystrokes, 400);
  const start = processorTime();
  await lint(text);
  return processorTime() - start;
}

process.on('message', async (request) => process.send?.(await answer(request)));
process.send?.('ready');
