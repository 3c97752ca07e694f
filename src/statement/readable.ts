import type { Nodes } from 'mdast';

/** What a reader sees of a node: no markup, no pictures, no comments, nothing struck out. */
export function readable(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (!('children' in node) || node.type === 'delete') return '';
  const between = node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem' ? ' ' : '';
  return node.children.map(readable).join(between);
}

/** White space folded to single spaces, ends trimmed. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
