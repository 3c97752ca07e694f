/** Output that may be unescaped; only our own code can request it. */
export interface Printing {
  /** Allow our colours. */
  readonly colors?: boolean;
  /** Allow our workflow commands at the start of a line. */
  readonly commands?: boolean;
  /** A whole document: the marks that right-to-left writing needs are kept. */
  readonly document?: boolean;
  /** A diff: line breaks stay as they are in the file, so that `patch` finds its lines. */
  readonly diff?: boolean;
  /** Replaces the last line. */
  readonly replace?: boolean;
}

/** Control characters, bidirectional controls, and invisible tags. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is for; with \\p{Cc} it compiles slowly.
const HIDDEN = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u{E0000}-\u{E007F}]/gu;
const MARKS = /[\u061C\u200E\u200F]/;
/** The colours and weights that we use; none of them hides text. */
const ESCAPE = String.fromCharCode(27);
const OURS = new RegExp(`(${ESCAPE}\\[(?:0|1|2|3|4|9|22|23|24|29|3[0-7]|39|9[0-7])m)`);
/** GitHub also reads a command after spaces at the start of a line. */
const COMMAND = /^([^\S\n]*):(?=:)/gm;
/** GitHub (its older form), Azure and TeamCity read a command anywhere in a line. */
const MARKED_COMMAND = /#(?=#(?:vso|teamcity)?\[)/gi;

/**
 * Escapes everything that could command a terminal or the log of a CI system as `\uXXXX`, which JSON decodes to the
 * same character. Line feeds and tabs stay.
 */
export function visible(text: string, { colors, commands, document, diff }: Printing = {}): string {
  const parts = colors ? text.split(OURS) : [text];
  const shown = parts.map((part, at) =>
    at % 2 === 1
      ? part
      : part.replace(HIDDEN, (found, place: number) => {
          const isKept =
            found === '\n' ||
            found === '\t' ||
            (diff && part.startsWith('\r\n', place)) ||
            (document && MARKS.test(found));
          return isKept ? found : escaped(found);
        }),
  );
  const marked = shown.join('').replace(MARKED_COMMAND, escaped);
  return commands ? marked : marked.replace(COMMAND, (_, space: string) => `${space}${escaped(':')}`);
}

/** The same on one line, for names and messages, which have no line breaks of their own. */
export function oneLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, escaped);
}

function escaped(text: string): string {
  return Array.from({ length: text.length }, (_, at) => `\\u${hex(text.charCodeAt(at))}`).join('');
}

function hex(unit: number): string {
  return unit.toString(16).padStart(4, '0');
}
