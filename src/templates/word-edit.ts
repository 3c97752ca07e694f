import type { Span } from '../statement/position';
import type { TextEdit } from '../text/text-edit';

/**
 * The smallest edit, in whole words, that makes a passage read as `wanted`; line breaks and quote marks between
 * unchanged words stay. `undefined` if it already does.
 *
 * @param stretch a paragraph or quote as in a file, from its first word to its last
 */
export function wordEdit(stretch: string, wanted: string): TextEdit | undefined {
  const old = wordSpans(stretch);
  const now = wanted.split(/\s+/).filter((word) => word !== '');
  const wordAt = (index: number): string => stretch.slice(old[index]?.start, old[index]?.end);
  let first = 0;
  while (first < old.length && first < now.length && wordAt(first) === now[first]) first++;
  let last = 0;
  while (
    last < old.length - first &&
    last < now.length - first &&
    wordAt(old.length - 1 - last) === now[now.length - 1 - last]
  ) {
    last++;
  }
  const words = now.slice(first, now.length - last).join(' ');
  const gone = old.slice(first, old.length - last);
  const [from, to] = [gone[0], gone.at(-1)];
  if (from && to) {
    if (words !== '') return editOf(from.start, to.end, words);
    // A removed word takes the white space on one side with it.
    const after = old[old.length - last];
    return after ? editOf(from.start, after.start, '') : editOf(old[first - 1]?.end ?? 0, to.end, '');
  }
  if (words === '') return undefined;
  const before = old[first - 1];
  if (before) return editOf(before.end, before.end, ` ${words}`);
  const at = old[0]?.start ?? stretch.length;
  return editOf(at, at, old.length > 0 ? `${words} ` : words);
}

/** The smallest edit, in characters, that turns a passage into `wanted`; never splits a surrogate pair. */
export function textEdit(stretch: string, wanted: string): TextEdit | undefined {
  if (stretch === wanted) return undefined;
  const most = Math.min(stretch.length, wanted.length);
  let first = 0;
  while (first < most && stretch[first] === wanted[first]) first++;
  if (/[\uD800-\uDBFF]/.test(stretch[first - 1] ?? '')) first--;
  let last = 0;
  while (last < most - first && stretch[stretch.length - 1 - last] === wanted[wanted.length - 1 - last])
    last++;
  if (/[\uDC00-\uDFFF]/.test(stretch[stretch.length - last] ?? '')) last--;
  return editOf(first, stretch.length - last, wanted.slice(first, wanted.length - last));
}

function editOf(start: number, end: number, text: string): TextEdit {
  return { offset: start, length: end - start, text };
}

/** The words of a passage, without the quote marks at the start of its later lines. */
function wordSpans(stretch: string): Span[] {
  const spans: Span[] = [];
  for (const match of stretch.matchAll(/(?<=[\r\n])[ \t]*(?:>[ \t]?)+|\S+/g)) {
    const start = match.index;
    const mark = start > 0 && /^[ \t]*>/.test(match[0]) && /[\r\n]/.test(stretch[start - 1] ?? '');
    if (!mark) spans.push({ start, end: start + match[0].length });
  }
  return spans;
}
