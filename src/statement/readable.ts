import type { Nodes } from 'mdast';

/** The visible text of a node: without markup, pictures, comments and struck-out text. */
export function readable(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (!('children' in node) || node.type === 'delete') return '';
  const between = node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem' ? ' ' : '';
  return node.children.map(readable).join(between);
}

const UNFOLDED = /^\s|\s\s|[^\S ]|\s$/;

/** White space folded to single spaces, ends trimmed. */
export function fold(text: string): string {
  // Most text is folded already, and a test is several times faster than the replacement.
  if (!UNFOLDED.test(text)) return text;
  return text.replace(/\s+/g, ' ').trim();
}
