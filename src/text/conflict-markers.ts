/** Offsets of a line of a text, without its line ending. */
interface Line {
  readonly start: number;
  readonly end: number;
}

/**
 * The first line of a merge conflict in a text, and the line between the sides: `<<<<<<<`, then `=======`, then
 * `>>>>>>>`.
 * `undefined` if one of the three is missing.
 */
export function conflictMarker(text: string): Line | undefined {
  if (!text.includes('<<<<<<<')) return undefined;
  let opening: Line | undefined;
  let divided = false;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (/^<{7}(?: |$)/.test(line)) {
      opening = { start: index, end: index + line.length };
      divided = false;
    } else if (opening && line === '=======') divided = true;
    else if (opening && divided && /^>{7}(?: |$)/.test(line)) return opening;
  }
  return undefined;
}
