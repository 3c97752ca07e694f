import { type Block, definedLabels, parseBlock, usedLabels } from './markdown';
import { LineMap, type Point, type Range, type Span } from './position';

/** A block and its cached analysis, independent of its position in a file. */
export class BlockRecord {
  readonly lines: LineMap;
  readonly defines: readonly string[];
  #parsed:
    | { readonly known: ReadonlySet<string>; readonly labels: string; readonly block: Block }
    | undefined;

  constructor(readonly text: string) {
    this.lines = new LineMap(text);
    this.defines = definedLabels(text);
  }

  /** @param known labels of all link definitions in the file; the same set object as long as they are equal */
  parse(known: ReadonlySet<string>): Block {
    if (this.#parsed?.known === known) return this.#parsed.block;
    const labels = usedLabels(this.text, known).filter((label) => !this.defines.includes(label));
    const key = labels.join('\n');
    const block = this.#parsed?.labels === key ? this.#parsed.block : parseBlock(this.text, labels);
    this.#parsed = { known, labels: key, block };
    return block;
  }
}

/** Records to reuse, by the text of their block. */
export interface KnownRecords {
  get(text: string): BlockRecord | undefined;
}

/** A record for each block, reusing a known one with the same text. */
export function toRecords(blocks: readonly string[], known: KnownRecords): readonly BlockRecord[] {
  return blocks.map((block) => known.get(block) ?? new BlockRecord(block));
}

/** A block at its position in a file. */
export interface PlacedBlock {
  readonly block: Block;
  readonly text: string;
  readonly lines: LineMap;
  /** Position of the block's first character in the file. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** The position in the file of an offset in the block. */
  point(offset: number): Point;
}

class Placed implements PlacedBlock {
  constructor(
    readonly record: BlockRecord,
    readonly known: ReadonlySet<string>,
    readonly offset: number,
    readonly line: number,
    readonly column: number,
  ) {}

  get block(): Block {
    return this.record.parse(this.known);
  }

  get text(): string {
    return this.record.text;
  }

  get lines(): LineMap {
    return this.record.lines;
  }

  point(offset: number): Point {
    const { line, column, offset: at } = this.record.lines.point(offset);
    return {
      line: line + this.line - 1,
      column: line === 1 ? column + this.column - 1 : column,
      offset: at + this.offset,
    };
  }
}

/** Positions consecutive blocks, starting with the first one's position. */
export function placeRecords(records: readonly BlockRecord[], first: Point): readonly PlacedBlock[] {
  const known = knownLabels(records);
  let { offset, line, column } = first;
  return records.map((record) => {
    const placed = new Placed(record, known, offset, line, column);
    offset += record.text.length;
    line += record.lines.lines - 1;
    column = 1;
    return placed;
  });
}

let lastLabels: { readonly key: string; readonly set: ReadonlySet<string> } = { key: '', set: new Set() };

/** One shared set for all documents with the same labels, so that a block can compare it by identity. */
function knownLabels(records: readonly BlockRecord[]): ReadonlySet<string> {
  const labels: string[] = [];
  for (const { defines } of records) if (defines.length > 0) labels.push(...defines);
  const key = labels.join('\n');
  if (key !== lastLabels.key) lastLabels = { key, set: new Set(labels) };
  return lastLabels.set;
}

/** A span of a block as a range of the file. */
export function rangeIn(placed: PlacedBlock, span: Span): Range {
  return { start: placed.point(span.start), end: placed.point(span.end) };
}
