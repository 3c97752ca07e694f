// A process that holds one tool and does what main.mjs asks of it, so that no tool slows another's compiled code.
// Asked `{ lint: TEXT }` it answers with the milliseconds, `{ memory: true }` with megabytes, `{ keystrokes: WORDS }`
// (our own linter alone) with the times of single keystrokes.

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
