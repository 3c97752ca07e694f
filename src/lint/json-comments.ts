/** A string, a line comment or a block comment of JSON as people write it. */
const STRING_OR_COMMENT = /"(?:[^"\\\r\n]|\\.)*"|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g;

/** JSON with each character of its comments replaced by a space, so that offsets stay as they are. */
export function withoutJsonComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (found) =>
    found.startsWith('"') ? found : found.replace(/[^\r\n]/g, ' '),
  );
}
