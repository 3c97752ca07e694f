/** Elements within a line of text; every other one begins and ends a line or a paragraph. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Elements that begin or end a line among the words of a paragraph, where browsers show unknown ones inline. */
const LINES =
  /^<\/?(?:address|article|aside|blockquote|br|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|td|th|tr|ul)(?=[\s/>])/i;

/** The quotation mark that a browser shows for a tag: `<q>`, `</q>`. */
export function quoteMark(tag: string): string | undefined {
  const [, slash] = /^<(\/?)q(?=[\s/>])/i.exec(tag) ?? [];
  return slash === undefined ? undefined : slash === '' ? '“' : '”';
}

/** Whether a tag among the words of a paragraph begins or ends a line: `<br>`, `<li>`. */
export function separates(tag: string): boolean {
  return LINES.test(tag);
}
