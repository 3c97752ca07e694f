/** A position in a file: line and column from 1, offset in UTF-16 units from 0 (as for `String#slice`). */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A range of a file; `end` is the position after the last character. */
export interface Range {
  readonly start: Point;
  readonly end: Point;
}

/** Offsets of a range of text, end exclusive, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Converts offsets to positions. Lines end with LF, CRLF or CR, as in Markdown and in the editor. */
export class LineMap {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    const ending = /\r\n|\r|\n/g;
    while (ending.exec(text)) this.#starts.push(ending.lastIndex);
  }

  /** The number of lines; a text without line ending has one. */
  get lines(): number {
    return this.#starts.length;
  }

  /** The position of an offset, clamped to the text. */
  point(offset: number): Point {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1, offset: at };
  }

  range(span: Span): Range {
    return { start: this.point(span.start), end: this.point(span.end) };
  }
}
