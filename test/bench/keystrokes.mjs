// The cost of one keystroke for us: the edit, and the lint of the affected block.

import { compose } from './compose.mjs';

/** Processor time of this process in milliseconds, because wall time would include other programs. */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** After a letter in a paragraph of about 80 words, as near to the middle as possible: a typical cursor position. */
export function caretIn(text) {
  const blocks = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n\n', at) < 0 ? text.length : text.indexOf('\n\n', at);
    blocks.push({ at, words: text.slice(at, end).split(/\s+/).length });
    at = end + 2;
  }
  const apt = ({ at, words }) => Math.abs(words - 80) / 80 + Math.abs(at - text.length / 2) / text.length;
  const [{ at }] = blocks.sort((a, b) => apt(a) - apt(b));
  return at + text.slice(at).search(/[a-z] /) + 1;
}

/** Medians in milliseconds: until the block's findings are available, and then for showing all findings of the file. */
export async function measureKeystrokes(words, strokes) {
  const { start } = await import('../../out/bench/ours.cjs');
  const linter = start();
  const text = compose(words, words + 77);
  const found = [];
  const shown = [];
  let { document } = linter.open(text);
  let at = caretIn(text);
  for (let stroke = 0; stroke < 2 * strokes; stroke++) {
    const begun = processorTime();
    const typed = linter.type(document, at);
    const known = processorTime();
    const many = linter.show(typed.result);
    // The first half is warm-up.
    if (stroke >= strokes) {
      found.push(known - begun);
      shown.push(processorTime() - known);
    }
    if (many === 0) throw new Error('The text has nothing to find in it: that measures nothing.');
    document = typed.document;
    at += 1;
    // As in real writing, a word ends every few letters; after about a sentence the text is undone.
    if (stroke % 6 === 5) document = linter.edit(document, { offset: at++, length: 0, text: ' ' });
    if (stroke % 60 === 59) {
      document = linter.edit(document, { offset: at - 70, length: 70, text: '' });
      at -= 70;
    }
  }
  const slowest = [...found].sort((a, b) => a - b)[Math.floor(strokes * 0.95)];
  return { found: median(found), slowest, shown: median(shown) };
}
