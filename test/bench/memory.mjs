// A process of its own that lints one text with one tool and prints the memory it holds, in megabytes.

import { compose } from './compose.mjs';
import { tools } from './tools.mjs';

const [name, words] = process.argv.slice(2);
const tool = tools.find((one) => one.name === name);
if (!tool) throw new Error(`There is no tool “${name}”.`);
const lint = await tool.make();
await lint(compose(Number(words), 1));
console.log(Math.round(process.memoryUsage().rss / 2 ** 20));
