/** The number of the first line that git left of a conflict, from 1; `undefined` if there is none. */
export function conflictLine(text: string): number | undefined {
  if (!/^<{7} [\s\S]*^={7}\r?$[\s\S]*^>{7} /m.test(text)) return undefined;
  return text.split(/\r\n|\r|\n/).findIndex((line) => /^<{7} /.test(line)) + 1;
}
