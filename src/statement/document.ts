import { type BlockRecord, type PlacedBlock, placeRecords, toRecords } from './block-record';
import { cutBlocks, measureFrontMatter } from './blocks';
import { readFrontMatter } from './front-matter';
import type { Part } from './markdown';
import { LineMap } from './position';
import type { FrontMatter, PurposeFile, Statement } from './purpose-file';
import type { TextEdit } from './text-edit';

export type { PlacedBlock } from './block-record';

/** The statement together with the block that it stands in; spans count from the block's start. */
export interface StatementPlace {
  readonly placed: PlacedBlock;
  readonly part: Exclude<Part, { kind: 'heading' }>;
}

/**
 * A purpose file cut into blocks. A document never changes: {@link edited} makes a new one that shares every block
 * the edit did not touch, together with all that was computed for it.
 */
export class PurposeDocument {
  readonly blocks: readonly PlacedBlock[];
  readonly #frontMatter: () => FrontMatter;
  readonly #statementPlace = once(() => findStatement(this.blocks));

  private constructor(
    readonly head: string,
    readonly headOpen: boolean,
    readonly records: readonly BlockRecord[],
    frontMatter?: () => FrontMatter,
  ) {
    this.#frontMatter = frontMatter ?? once(() => readFrontMatter(new LineMap(this.#frontText), bom(head)));
    this.blocks = placeRecords(records, new LineMap(head).point(head.length));
  }

  static of(text: string): PurposeDocument {
    return PurposeDocument.#cut(text, []);
  }

  /** @param known records that can be used again where the text has a block of theirs */
  static #cut(text: string, known: readonly BlockRecord[]): PurposeDocument {
    const mark = bom(text);
    const { length, open } = measureFrontMatter(text.slice(mark));
    const head = text.slice(0, mark + length);
    return new PurposeDocument(head, open, toRecords(cutBlocks(text.slice(head.length)).blocks, known));
  }

  /** Where there is no front matter, the first block tells whether that is for want of a closing line. */
  get #frontText(): string {
    return bom(this.head) === this.head.length ? this.head + (this.records[0]?.text ?? '') : this.head;
  }

  get text(): string {
    return this.head + this.records.map((record) => record.text).join('');
  }

  get frontMatter(): FrontMatter {
    return this.#frontMatter();
  }

  /** The document after some edits, each one on the text that the one before it left. */
  edited(edits: readonly TextEdit[]): PurposeDocument {
    return edits.reduce<PurposeDocument>((document, edit) => document.#editedOnce(edit), this);
  }

  /** Where the statement stands: see {@link findStatement}. */
  get statementPlace(): StatementPlace | undefined {
    return this.#statementPlace();
  }

  get statement(): Statement | undefined {
    const place = this.statementPlace;
    if (!place) return undefined;
    const { placed, part } = place;
    const text = placed.block.text.slice(part.span.start, part.span.end);
    return {
      text,
      plain: part.plain,
      markdown: withoutPrefixes(text),
      start: placed.point(part.span.start),
      end: placed.point(part.span.end),
    };
  }

  /** The text of the first heading of depth 1. */
  get title(): string | undefined {
    for (const { block } of this.blocks) {
      for (const part of block.parts) if (part.kind === 'heading' && part.depth === 1) return part.text;
    }
    return undefined;
  }

  get file(): PurposeFile {
    const { statement, title } = this;
    return {
      text: this.text,
      frontMatter: this.frontMatter,
      ...(statement ? { statement } : {}),
      ...(title === undefined ? {} : { title }),
    };
  }

  #editedOnce({ offset, length, text }: TextEdit): PurposeDocument {
    if (offset + length < this.head.length) {
      const head = this.head.slice(0, offset) + text + this.head.slice(offset + length);
      const mark = bom(head);
      // With its closing line still where it was, the front matter is all that has changed.
      if (mark + measureFrontMatter(head.slice(mark)).length === head.length) {
        return new PurposeDocument(head, false, this.records);
      }
    }
    const touchesHead = offset <= this.head.length || this.records.length === 0;
    if (touchesHead || (this.headOpen && text.includes('-'))) {
      const before = this.text;
      return PurposeDocument.#cut(
        before.slice(0, offset) + text + before.slice(offset + length),
        this.records,
      );
    }
    let first = 0;
    let start = this.head.length;
    const lengthOf = (index: number) => this.records[index]?.text.length ?? 0;
    while (first < this.records.length - 1 && start + lengthOf(first) < offset) start += lengthOf(first++);
    let last = first;
    let end = start + lengthOf(first);
    while (last < this.records.length - 1 && end <= offset + length) end += lengthOf(++last);
    // Whether a block ends where it does can hang on the first line of the next.
    if (first > 0) start -= lengthOf(--first);

    const stretch = (from: number, to: number) =>
      this.records
        .slice(from, to)
        .map((record) => record.text)
        .join('');
    let old = stretch(first, last + 1);
    const patch = () => old.slice(0, offset - start) + text + old.slice(offset - start + length);
    let cut = cutBlocks(patch(), this.records[last + 1]?.text);
    // A fence that now opens runs on: take twice as much each time, so that the whole stays linear.
    for (let more = 1; cut.open && last + 1 < this.records.length; more *= 2) {
      const upTo = Math.min(this.records.length - 1, last + more);
      old += stretch(last + 1, upTo + 1);
      last = upTo;
      cut = cutBlocks(patch(), this.records[last + 1]?.text);
    }
    const middle = toRecords(cut.blocks, this.records.slice(first, last + 1));
    const records = [...this.records.slice(0, first), ...middle, ...this.records.slice(last + 1)];
    const keepsFront = bom(this.head) < this.head.length;
    return new PurposeDocument(this.head, this.headOpen, records, keepsFront ? this.#frontMatter : undefined);
  }
}

const NAMED = /^(?:(?:our|my|the)\s+)?(?:purpose|statement|mission|vision|why)(?:\s+statement)?\s*[:.?!]?$/i;

/** Whether a heading announces the statement: Purpose, Statement, Mission, Vision or Why, in any case. */
export function announcesStatement(heading: string): boolean {
  return NAMED.test(heading);
}

/**
 * The statement: the first paragraph or quote right under a heading that announces it, or, where no heading does,
 * the first of the file. A heading with nothing under it makes way for the next one that announces. Where there are
 * only lists, the first paragraph of the first one has to do.
 */
function findStatement(blocks: readonly PlacedBlock[]): StatementPlace | undefined {
  let first: StatementPlace | undefined;
  let firstItem: StatementPlace | undefined;
  let announced = false;
  let anyAnnounced = false;
  let announcedItem: StatementPlace | undefined;
  for (const placed of blocks) {
    for (const part of placed.block.parts) {
      if (part.kind === 'heading') {
        announced = announcesStatement(part.text);
        anyAnnounced ||= announced;
      } else if (part.kind === 'item') {
        firstItem ??= { placed, part };
        if (announced) announcedItem ??= { placed, part };
      } else if (announced) return { placed, part };
      else first ??= { placed, part };
    }
  }
  return anyAnnounced ? announcedItem : (first ?? firstItem);
}

function withoutPrefixes(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => (index === 0 ? line : line.replace(/^[ \t]*(?:>[ \t]?)*/, '')))
    .join('\n');
}

function bom(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}
