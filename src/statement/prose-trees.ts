import type { Nodes, Root, SentenceContent } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import { LineMap, type Span } from './position';
import { type Prose, ProseMap } from './prose';

/** Maximum length in UTF-16 units that is parsed at once: parse-latin's merging steps are quadratic beyond. */
const LONGEST_PIECE = 4000;

/** The retext trees of a prose: one, or several if it is longer than the parser can handle at once. */
export function toTrees(prose: Prose, doc: LineMap): readonly Root[] {
  const trees: Root[] = [];
  const map = new ProseMap(prose);
  for (let start = 0; start < prose.text.length; ) {
    const end = pieceEnd(prose.text, start);
    trees.push(parsePiece(prose, { start, end }, map, doc));
    start = end;
  }
  return trees;
}

/** The retext trees of a plain text, with positions in that text. */
export function treesOfText(text: string): readonly Root[] {
  const whole = { value: 0, source: 0, length: text.length, sourceLength: text.length };
  return toTrees({ text, sources: [], segments: [whole] }, new LineMap(text));
}

function pieceEnd(text: string, start: number): number {
  const limit = start + LONGEST_PIECE;
  if (limit >= text.length) return text.length;
  const window = text.slice(start, limit);
  const sentenceEnd = Math.max(window.lastIndexOf('. '), window.lastIndexOf('? '), window.lastIndexOf('! '));
  if (sentenceEnd > LONGEST_PIECE / 2) return start + sentenceEnd + 2;
  const space = window.lastIndexOf(' ');
  if (space > LONGEST_PIECE / 2) return start + space + 1;
  // Never split a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(window) ? limit - 1 : limit;
}

/** parse-english for text with ranges that are not English. */
class ProseParser extends ParseEnglish {
  constructor(
    readonly text: string,
    readonly sources: readonly Span[],
  ) {
    super();
  }

  override tokenize(): SentenceContent[] {
    const tokens: SentenceContent[] = [];
    let at = 0;
    for (const { start, end } of this.sources) {
      tokens.push(...super.tokenize(this.text.slice(at, start)));
      tokens.push({ type: 'SourceNode', value: this.text.slice(start, end) });
      at = end;
    }
    tokens.push(...super.tokenize(this.text.slice(at)));
    return tokens;
  }
}

function parsePiece(prose: Prose, piece: Span, map: ProseMap, doc: LineMap): Root {
  const text = prose.text.slice(piece.start, piece.end);
  const sources = prose.sources
    .filter(({ start, end }) => start < piece.end && end > piece.start)
    .map(({ start, end }) => ({
      start: Math.max(start, piece.start) - piece.start,
      end: Math.min(end, piece.end) - piece.start,
    }));
  const tree = new ProseParser(text, sources).parse(text) as Root;
  place(tree, piece.start, map, doc);
  return tree;
}

/** Sets every node's position in the file; returns the offset in the prose after the node. */
function place(node: Nodes, offset: number, map: ProseMap, doc: LineMap): number {
  let end = offset;
  if ('children' in node) for (const child of node.children) end = place(child, end, map, doc);
  else end += node.value.length;
  const from = map.start(offset);
  const to = end > offset ? map.end(end) : from;
  node.position = { start: new LazyPoint(from, doc), end: new LazyPoint(to, doc) };
  return end;
}

/** Computes line and column lazily, because few positions are ever read. */
class LazyPoint {
  constructor(
    readonly offset: number,
    readonly doc: LineMap,
  ) {}

  get line(): number {
    return this.doc.point(this.offset).line;
  }

  get column(): number {
    return this.doc.point(this.offset).column;
  }
}
