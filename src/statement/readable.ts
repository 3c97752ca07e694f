import type { Nodes } from 'mdast';
import { isNoteMark } from './footnotes';
import { quoteMark, separates } from './tags';

/** The visible text of a node: without markup, pictures, comments, marks of footnotes and struck-out text. */
export function readable(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break' || (node.type === 'html' && separates(node.value))) return ' ';
  if (node.type === 'html') return quoteMark(node.value) ?? '';
  if (!('children' in node) || node.type === 'delete' || isNoteMark(node)) return '';
  const between = node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem' ? ' ' : '';
  return node.children.map(readable).join(between);
}
