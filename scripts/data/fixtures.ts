import type { Labelled } from './rows';

/** The sentences of a fixture file: one per line, vague wording in [brackets], lines with # skipped. */
export function fixturesIn(file: string): Labelled[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(fixture);
}

function fixture(line: string): Labelled {
  const spans: { start: number; end: number; type: string }[] = [];
  let text = '';
  for (const [index, part] of line.split(/[[\]]/).entries()) {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + part.length, type: 'any' });
    text += part;
  }
  return { text, spans };
}
