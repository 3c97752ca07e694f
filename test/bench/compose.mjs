// Composes Markdown of any length whose longer paragraphs are all different, deterministic by seed.

import { GAPS, HEADINGS, SENTENCES } from './words.mjs';

/** A seeded pseudo-random generator of numbers from 0 to 1 (mulberry32), because `Math.random` takes no seed. */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A purpose file of at least `words` words, with headings, lists and quotes. */
export function compose(words, seed) {
  const random = numbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const fill = (pattern) =>
    pattern.replace(/\{(\w+)\}/g, (_, gap) => {
      const text = pick(GAPS[gap.toLowerCase()]);
      return /^[A-Z]/.test(gap) ? text[0].toUpperCase() + text.slice(1) : text;
    });
  const sentences = (most) => {
    const many = 1 + Math.floor(random() * most);
    return Array.from({ length: many }, () => fill(pick(SENTENCES))).join(' ');
  };

  const blocks = [`# ${fill(pick(HEADINGS))}`, `> ${sentences(2)}`];
  let count = countWords(blocks.join(' '));
  while (count < words) {
    const kind = random();
    let block = sentences(6);
    if (kind < 0.12) block = `## ${fill(pick(HEADINGS))}`;
    else if (kind < 0.24) block = Array.from({ length: 3 }, () => `- ${fill(pick(SENTENCES))}`).join('\n');
    else if (kind < 0.28) block = `> ${sentences(2)}`;
    blocks.push(block);
    count += countWords(block);
  }
  return `${blocks.join('\n\n')}\n`;
}

export function countWords(text) {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
