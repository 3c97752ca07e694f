import { conflictMarker } from '../text/conflict-markers';
import { frontMatterFences, hasOpenFence } from '../text/front-matter-fences';
import type { TextEdit } from '../text/text-edit';
import {
  type BlockRecord,
  type KnownRecords,
  type PlacedBlock,
  placeRecords,
  toRecords,
} from './block-record';
import { cutBlocks } from './blocks';
import { findStatement, type StatementPlace, statementCandidates } from './find/find-statement';
import { readFrontMatter } from './front-matter';
import { LineMap, type Range } from './position';
import type { FrontMatter, PurposeFile, Statement } from './purpose-file';

export type { PlacedBlock } from './block-record';
export type { StatementPlace } from './find/find-statement';

/** An edit so close to the start may complete the opening line of front matter. */
const FENCE_LENGTH = 3;

/**
 * A purpose file cut into blocks. Immutable: {@link edited} returns a new document that shares every untouched block
 * and its cached analysis.
 */
export class PurposeDocument {
  readonly blocks: readonly PlacedBlock[];
  readonly #frontMatter: () => FrontMatter;
  readonly #conflict = once(() => findConflict(this));
  readonly #statementPlace = once(() => (this.conflict ? undefined : findStatement(this.blocks)));

  private constructor(
    readonly head: string,
    readonly headOpen: boolean,
    readonly records: readonly BlockRecord[],
    frontMatter?: () => FrontMatter,
  ) {
    this.#frontMatter = frontMatter ?? once(() => readFrontMatter(new LineMap(this.#frontText)));
    this.blocks = placeRecords(records, new LineMap(head).point(head.length));
  }

  /** @param known records to reuse for blocks with the same text */
  static of(text: string, known: KnownRecords = new Map()): PurposeDocument {
    const head = text.slice(0, frontMatterFences(text)?.end ?? bom(text));
    return new PurposeDocument(
      head,
      hasOpenFence(text),
      toRecords(cutBlocks(text.slice(head.length)).blocks, known),
    );
  }

  /** Without front matter, the first block, which shows whether a closing line is missing. */
  get #frontText(): string {
    return bom(this.head) === this.head.length ? this.head + (this.records[0]?.text ?? '') : this.head;
  }

  get text(): string {
    return this.head + this.records.map((record) => record.text).join('');
  }

  get frontMatter(): FrontMatter {
    return this.#frontMatter();
  }

  /** The document after some edits, each relative to the text after the previous one. */
  edited(edits: readonly TextEdit[]): PurposeDocument {
    return edits.reduce<PurposeDocument>((document, edit) => document.#editedOnce(edit), this);
  }

  /** The position of the statement: see {@link findStatement}. */
  get statementPlace(): StatementPlace | undefined {
    return this.#statementPlace();
  }

  /** The first line of a merge conflict: until it is resolved, the file has no statement. */
  get conflict(): Range | undefined {
    return this.#conflict();
  }

  get statement(): Statement | undefined {
    const place = this.statementPlace;
    return place && statementAt(place);
  }

  /** Every text that could be the statement; `by` is `position` for each. */
  get candidates(): Statement[] {
    return this.conflict ? [] : statementCandidates(this.blocks).map(statementAt);
  }

  /** The text of the first heading of depth 1. */
  get title(): string | undefined {
    for (const { block } of this.blocks) {
      for (const part of block.parts) if (part.kind === 'heading' && part.depth === 1) return part.text;
    }
    return undefined;
  }

  get file(): PurposeFile {
    const { statement, title, conflict } = this;
    return {
      text: this.text,
      frontMatter: this.frontMatter,
      ...(statement ? { statement } : {}),
      ...(title === undefined ? {} : { title }),
      ...(conflict ? { conflict } : {}),
    };
  }

  #editedOnce({ offset, length, text }: TextEdit): PurposeDocument {
    if (offset + length < this.head.length) {
      const head = this.head.slice(0, offset) + text + this.head.slice(offset + length);
      // If the closing line is still at the end, only the front matter has changed.
      if (frontMatterFences(head)?.end === head.length) {
        return new PurposeDocument(head, false, this.records);
      }
    }
    const touchesHead = offset <= this.head.length + FENCE_LENGTH || this.records.length === 0;
    // After an open fence any line may close front matter, or be a key in it.
    if (touchesHead || this.headOpen) {
      const before = this.text;
      return PurposeDocument.of(
        before.slice(0, offset) + text + before.slice(offset + length),
        byText(this.records),
      );
    }
    let first = 0;
    let start = this.head.length;
    const lengthOf = (index: number) => this.records[index]?.text.length ?? 0;
    while (first < this.records.length - 1 && start + lengthOf(first) < offset) start += lengthOf(first++);
    let last = first;
    let end = start + lengthOf(first);
    while (last < this.records.length - 1 && end <= offset + length) end += lengthOf(++last);
    // The end of a block can depend on the first line of the next one.
    if (first > 0) start -= lengthOf(--first);

    const stretch = (from: number, to: number) =>
      this.records
        .slice(from, to)
        .map((record) => record.text)
        .join('');
    let old = stretch(first, last + 1);
    const patch = () => old.slice(0, offset - start) + text + old.slice(offset - start + length);
    let cut = cutBlocks(patch(), this.records[last + 1]?.text);
    // A new fence may not be closed yet: double the amount each time, so that the total stays linear.
    for (let more = 1; cut.open && last + 1 < this.records.length; more *= 2) {
      const upTo = Math.min(this.records.length - 1, last + more);
      old += stretch(last + 1, upTo + 1);
      last = upTo;
      cut = cutBlocks(patch(), this.records[last + 1]?.text);
    }
    const middle = toRecords(cut.blocks, byText(this.records.slice(first, last + 1)));
    const records = [...this.records.slice(0, first), ...middle, ...this.records.slice(last + 1)];
    const keepsFront = bom(this.head) < this.head.length;
    return new PurposeDocument(this.head, this.headOpen, records, keepsFront ? this.#frontMatter : undefined);
  }
}

function byText(records: readonly BlockRecord[]): KnownRecords {
  return new Map(records.map((record) => [record.text, record]));
}

function statementAt({ placed, part, by }: StatementPlace): Statement {
  const text = placed.block.text.slice(part.span.start, part.span.end);
  return {
    text,
    plain: part.plain,
    markdown: withoutPrefixes(text),
    by,
    start: placed.point(part.span.start),
    end: placed.point(part.span.end),
  };
}

/** Markers inside a code block are not a conflict. */
function findConflict({ text, blocks, head }: PurposeDocument): Range | undefined {
  const marker = conflictMarker(text);
  if (!marker) return undefined;
  const placed = blocks.findLast(({ offset }) => offset <= marker.start);
  const inCode = placed?.block.tree.children.some(({ type, position }) => {
    const start = placed.offset + (position?.start.offset ?? 0);
    return (
      type === 'code' && start < marker.start && marker.start < placed.offset + (position?.end.offset ?? 0)
    );
  });
  if (inCode && marker.start >= head.length) return undefined;
  return new LineMap(text).range(marker);
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

/**
 * Parses a purpose file. Accepts any text and never throws: missing parts are `undefined`, errors in the front matter
 * are in its `problems`.
 */
export function parsePurpose(text: string): PurposeFile {
  return PurposeDocument.of(text).file;
}
