import type { Span } from '../statement/position';

/** The positions of a text in a statement, in order, and whether it occurs exactly. */
export interface Found {
  readonly spans: readonly Span[];
  readonly exact: boolean;
}

const NONE: Found = { spans: [], exact: false };

const IGNORED = /^[\u00AD\u200B-\u200D\u2060\uFEFF]$/;
const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Scripts without spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const SINGLE_QUOTES = /[‘’‚‛′´`]/g;
const DOUBLE_QUOTES = /[“”„‟″«»]/g;
const DASHES = /[‐‑‒–—―−]/g;
const AROUND = /^[\s"'.,;:!?…()[\]*_]+|[\s"'.,;:!?…()[\]*_]+$/g;

/** A text normalised for what models change while copying, with the origin of each of its units. */
interface Folded {
  readonly text: string;
  readonly places: readonly Span[];
}

/** Finds texts that a model has copied from one statement. */
export class TextFinder {
  readonly #folded: Folded;

  constructor(readonly statement: string) {
    this.#folded = fold(statement);
  }

  /**
   * Matches whole words only. Quotes, dashes, spaces, case and composed letters may differ, and punctuation around the
   * text may be added; an exact match takes precedence.
   */
  find(text: string): Found {
    if (text.length > 2 * this.statement.length + 20) return NONE;
    const trimmed = text.trim();
    const exact = trimmed === '' ? [] : this.#exact(trimmed);
    if (exact.length > 0) return { spans: exact, exact: trimmed === text };
    const alike = fold(text).text.trim();
    for (const sought of new Set([alike, alike.replace(AROUND, '')])) {
      const spans = sought === '' ? [] : this.#alike(sought);
      if (spans.length > 0) return { spans, exact: false };
    }
    return NONE;
  }

  #exact(sought: string): Span[] {
    const spans: Span[] = [];
    for (let at = this.statement.indexOf(sought); at >= 0; at = this.statement.indexOf(sought, at + 1)) {
      this.#add(spans, { start: at, end: at + sought.length });
    }
    return spans;
  }

  #alike(sought: string): Span[] {
    const { text, places } = this.#folded;
    const spans: Span[] = [];
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      const [first, last] = [places[at], places[at + sought.length - 1]];
      // One character can be normalised to several, and a span must not split it.
      const cutsStart = at > 0 && places[at - 1] === first;
      const cutsEnd = last !== undefined && places[at + sought.length] === last;
      if (first && last && !cutsStart && !cutsEnd) this.#add(spans, { start: first.start, end: last.end });
    }
    return spans;
  }

  #add(spans: Span[], span: Span): void {
    if ((spans.at(-1)?.end ?? 0) > span.start) return;
    if (!this.#joins(span.start) && !this.#joins(span.end)) spans.push(span);
  }

  /** Whether an offset is inside a word or a surrogate pair. */
  #joins(offset: number): boolean {
    const before = characterBefore(this.statement, offset);
    const after = String.fromCodePoint(this.statement.codePointAt(offset) ?? 32);
    if (before.length === 1 && /[\uD800-\uDBFF]/.test(before) && /^[\uDC00-\uDFFF]/.test(after)) return true;
    if (/^\p{M}/u.test(after)) return true;
    return WORD.test(before) && WORD.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
  }
}

function characterBefore(text: string, offset: number): string {
  if (offset === 0) return ' ';
  const unit = text.charAt(offset - 1);
  const pair = text.slice(Math.max(0, offset - 2), offset);
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair) ? pair : unit;
}

function fold(text: string): Folded {
  let folded = '';
  const places: Span[] = [];
  let at = 0;
  for (const character of text) {
    const place = { start: at, end: at + character.length };
    at = place.end;
    if (IGNORED.test(character)) continue;
    const alike = /\s/.test(character)
      ? ' '
      : character
          .replace(SINGLE_QUOTES, "'")
          .replace(DOUBLE_QUOTES, '"')
          .replace(DASHES, '-')
          .normalize('NFKD')
          .toLowerCase();
    if (alike === ' ' && folded.endsWith(' ')) continue;
    folded += alike;
    for (let unit = 0; unit < alike.length; unit++) places.push(place);
  }
  return { text: folded, places };
}
