/** The line ending of a text: its first one, or LF if it has none. */
export function lineEnding(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** A text with all its line endings replaced by one. */
export function withLineEnding(text: string, ending: string): string {
  return text.replace(/\r\n|\r|\n/g, ending);
}
