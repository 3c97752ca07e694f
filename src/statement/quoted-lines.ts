/** A quoted text of YAML that begins after a colon or a dash, closes at the end of a later line, and has no blank line. */
const QUOTED =
  /(?=["'])(?<=[:-][ \t]+)(?:"(?:[^"\\\r\n]|\\[^\r\n]|(?:\r\n|\r|\n)(?!\s*[\r\n]))*"|'(?:[^'\r\n]|''|(?:\r\n|\r|\n)(?!\s*[\r\n]))*')(?=[ \t]*(?:#.*)?$)/gm;
/** A line in it that looks like a key: there the quote was rather forgotten. */
const KEY = /[\r\n][ \t]*(?:- )?[\w-]+:(?:[ \t]|$)/m;

/**
 * YAML with each quoted text on one line, at the same offsets. The readers of site generators let a quoted text go on in
 * lines that are indented like its key; the specification and our library do not.
 */
export function joinQuotedLines(yaml: string): string {
  return yaml.replace(QUOTED, (quoted) => (KEY.test(quoted) ? quoted : quoted.replace(/[\r\n]/g, ' ')));
}
