const UNFOLDED = /^\s|\s\s|[^\S ]|\s$/;

/** White space folded to single spaces, ends trimmed. */
export function fold(text: string): string {
  // Most text is folded already, and a test is several times faster than the replacement.
  if (!UNFOLDED.test(text)) return text;
  return text.replace(/\s+/g, ' ').trim();
}
