import type { Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isNoteMark } from '../statement/footnotes';
import type { Range } from '../statement/position';
import { referenceDefinitions } from '../statement/references';
import { separates } from '../statement/tags';

/** The shared part of a statement: its plain text and its Markdown. */
export interface SharedStatement {
  /** Without markup, white space folded to single spaces. */
  readonly plain: string;
  /** Its Markdown without quote marks and indentation; defaults to the plain text. */
  readonly markdown?: string;
  /** Its position in its file. */
  readonly place?: Range;
}

/**
 * The statement's paragraphs as Markdown that is rendered the same in any other file: one line each, with emphasis and
 * code, without raw HTML and pictures; relative links are reduced to their text.
 * No paragraph can start another block or contain a comment.
 */
export function portableParagraphs(statement: SharedStatement): string[] {
  const markdown = statement.markdown ?? escapeMarkdown(statement.plain);
  const paragraphs: string[] = [];
  collect(parseApart(markdown), markdown, paragraphs);
  const lines = paragraphs.map(tame).filter((line) => line !== '');
  return lines.length > 0 ? lines : [tame(escapeMarkdown(statement.plain))];
}

/** Parses the Markdown of a statement without the rest of its file. */
export function parseApart(markdown: string): Root {
  const definitions = referenceDefinitions(markdown);
  return fromMarkdown(definitions ? `${markdown}\n\n${definitions}` : markdown);
}

function collect(node: Nodes, source: string, into: string[]): void {
  if (node.type === 'paragraph' || node.type === 'heading') into.push(inline(node, source));
  else if ('children' in node) for (const child of node.children) collect(child, source, into);
}

/** The Markdown of a node's children, between the first and the last of them. */
function inline(parent: Parents, source: string): string {
  return parent.children.map((child) => inlineOf(child, source)).join('');
}

function inlineOf(node: Nodes, source: string): string {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  switch (node.type) {
    case 'html':
      return separates(node.value) ? ' ' : '';
    case 'image':
    case 'imageReference':
      return '';
    case 'break':
      return ' ';
    case 'linkReference':
      return isNoteMark(node) ? '' : inline(node, source);
    case 'link':
      return /^https?:\/\//i.test(node.url) ? source.slice(start, end) : inline(node, source);
    case 'emphasis':
    case 'strong': {
      const mark = source.slice(start, node.children[0]?.position?.start.offset ?? start);
      return mark + inline(node, source) + mark;
    }
    default:
      return source.slice(start, end);
  }
}

/** One line that remains a paragraph anywhere, and in which no comment opens or closes. */
function tame(paragraph: string): string {
  const line = withoutComments(paragraph.replace(/\s+/g, ' ').trim());
  return line
    .replace(/(?<=(?:^|[^\\])(?:\\\\)*)\\$/, '\\\\')
    .replace(/^(?=(?:#{1,6}|[-+*])(?: |$)|>|`{3}|~{3}|(?:=+|-+|(?:[-*_] ?){3,})$|\|)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?: |$))/, '$1\\');
}

/** Markdown in which no comment can open or close. */
export function withoutComments(markdown: string): string {
  return markdown.replace(/\\?<!--/g, '&lt;!--').replace(/--\\?>/g, '--&gt;');
}

/** Plain text escaped so that Markdown renders exactly that text. */
export function escapeMarkdown(plain: string): string {
  return plain.replace(/[\\`*_[\]<&#|~!]/g, (character, at: number) => {
    if (character === '<') return '&lt;';
    if (character === '!' && plain[at + 1] !== '[') return character;
    if (character === '&' && !/^&#?\w+;/.test(plain.slice(at, at + 40))) return character;
    if (character === '#' && at > 0 && at < plain.length - 1) return character;
    return `\\${character}`;
  });
}
