import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';

/**
 * Footnotes as GitHub reads them, from the tree of a parser that takes `[^1]` for a link: micromark's extension reads
 * only notes that are defined in the same text, and our blocks and records have them apart.
 */
const MARK = /\[\^[^\s[\]^]{1,100}\]/g;

/** Definitions for the notes that a text refers to, as lines to be parsed below it. */
export function noteDefinitions(text: string): string {
  if (!text.includes('[^')) return '';
  return [...new Set(text.match(MARK))].map((mark) => `${mark}: <#>\n`).join('');
}

/** Whether a node is the mark of a footnote: no words of its sentence. */
export function isNoteMark(node: Nodes): boolean {
  return node.type === 'linkReference' && (node.label?.startsWith('^') ?? false);
}

/** The nodes of a container, each paragraph of footnotes (`[^1]: See the log.`) as a definition without its marks. */
export function withNotesApart(nodes: readonly RootContent[]): RootContent[] {
  return nodes.map((node) => {
    if (node.type !== 'paragraph' || !node.children[0] || !isNoteMark(node.children[0])) return node;
    const note = withoutNoteMarks(node);
    const identifier = 'note';
    return note
      ? { type: 'footnoteDefinition', identifier, children: [note], position: node.position }
      : node;
  });
}

const COLON = /^:[ \t]*/;

/** The text of a paragraph of footnotes; `undefined` if it is an ordinary one that begins with a mark. */
function withoutNoteMarks(paragraph: Paragraph): Paragraph | undefined {
  let isNote = false;
  const children = paragraph.children.flatMap((node, at): PhrasingContent[] => {
    const before = paragraph.children[at - 1];
    if (node.type !== 'text' || !before || !isNoteMark(before) || !beginsLine(paragraph, at - 1))
      return [node];
    const colon = COLON.exec(node.value)?.[0].length ?? 0;
    if (colon === 0 || !node.position) return [node];
    if (at === 1) isNote = true;
    const { start, end } = node.position;
    const from = { line: start.line, column: start.column + colon, offset: (start.offset ?? 0) + colon };
    return [{ ...node, value: node.value.slice(colon), position: { start: from, end } }];
  });
  return isNote ? { ...paragraph, children } : undefined;
}

function beginsLine({ children }: Paragraph, at: number): boolean {
  const before = children[at - 1];
  return !before || before.type === 'break' || (before.type === 'text' && /[\r\n]$/.test(before.value));
}
