import { wordDiff } from './word-diff';

/** Maximum number of differences on one line. */
const MAX_PHRASES = 4;
const BLANK = /\{\{[^{}]*\}\}/g;
const FOLDED_BLANK = /Xblank(\d+)X/g;

/** The word-level diff of two wordings on one line: `“strive to” out, “many” → “400”`. */
export function diffLine(before: string, after: string): string {
  const phrases: string[] = [];
  const segments = foldedDiff(before, after);
  segments.forEach(({ kind, text }, at) => {
    const words = `“${text}”`;
    if (text === '' || kind === 'same') return;
    const next = segments[at + 1];
    if (kind === 'removed' && next?.kind === 'added') phrases.push(`${words} → “${next.text}”`);
    else if (kind === 'removed') phrases.push(`${words} out`);
    else if (segments[at - 1]?.kind !== 'removed') phrases.push(`${words} in`);
  });
  const more = phrases.length > MAX_PHRASES ? [`${phrases.length - MAX_PHRASES} more`] : [];
  return [...phrases.slice(0, MAX_PHRASES), ...more].join(', ');
}

/** The diff with each blank as one word, because its question may share words with the other wording. */
function foldedDiff(before: string, after: string) {
  const blanks = [...new Set(`${before}\n${after}`.match(BLANK))];
  const folded = (text: string) => text.replace(BLANK, (blank) => `Xblank${blanks.indexOf(blank)}X`);
  return wordDiff(folded(before), folded(after)).map(({ kind, text }) => ({
    kind,
    text: text.replace(FOLDED_BLANK, (word, at: string) => blanks[Number(at)] ?? word).trim(),
  }));
}
