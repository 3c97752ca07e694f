import type { StatementPlace } from '../statement/document';
import type { Span } from '../statement/position';
import { ProseMap } from '../statement/prose';

/** A statement as input for a model: without markup, white space folded, with positions in the file. */
export class ReadableStatement {
  readonly text: string;
  /** The origin of each unit of the text in the file. */
  readonly #places: readonly Span[];

  constructor({ placed, part }: StatementPlace) {
    let text = '';
    const places: Span[] = [];
    const add = (character: string, place: Span) => {
      const unit = /\s/.test(character) ? ' ' : character;
      if (unit === ' ' && (text === '' || text.endsWith(' '))) return;
      text += unit;
      places.push(place);
    };
    for (const prose of part.proses) {
      const map = new ProseMap(prose);
      if (places.length > 0) add(' ', places.at(-1) as Span);
      for (let at = 0; at < prose.text.length; at++) {
        const place = { start: placed.offset + map.start(at), end: placed.offset + map.end(at + 1) };
        add(prose.text.charAt(at), place);
      }
    }
    this.text = text.trimEnd();
    this.#places = places;
  }

  /** Converts a range of the text to one of the file. */
  inFile({ start, end }: Span): Span {
    const [first, last] = [this.#places[start], this.#places[end - 1]];
    return { start: first?.start ?? 0, end: last?.end ?? 0 };
  }
}
