import { FILTERS, type Filter } from './filters';

/** The position of an entry in the window: CSS pixels from its upper edge. */
export interface ScrollAnchor {
  readonly key: string;
  readonly top: number;
}

/** The scroll position in the history of one purpose. */
export interface ScrollPosition {
  readonly document: string;
  readonly filter: Filter;
  /** The key of the open entry. */
  readonly open: string | undefined;
  readonly drawn: number;
  /** The first visible entry; undefined at the top. */
  readonly sight?: ScrollAnchor;
}

/** Maximum number of remembered purposes, the most recently shown. */
const MAX_PURPOSES = 20;

/**
 * The scroll position in each history: kept while the panel is hidden, shows another purpose, or the window reloads.
 */
export class ScrollPositions {
  readonly #places = new Map<string, ScrollPosition>();

  /** @param kept an earlier result of {@link keep}; anything else counts as nothing */
  constructor(kept: unknown) {
    if (!Array.isArray(kept)) return;
    for (const place of kept) if (isPlace(place)) this.#places.set(place.document, place);
  }

  of(document: string): ScrollPosition | undefined {
    return this.#places.get(document);
  }

  /** @returns all positions to save, the newest last */
  keep(place: ScrollPosition): ScrollPosition[] {
    this.#places.delete(place.document);
    this.#places.set(place.document, place);
    for (const oldest of [...this.#places.keys()].slice(0, -MAX_PURPOSES)) this.#places.delete(oldest);
    return [...this.#places.values()];
  }
}

function isPlace(data: unknown): data is ScrollPosition {
  if (typeof data !== 'object' || data === null) return false;
  const { document, filter, open, drawn, sight } = data as Record<string, unknown>;
  return (
    typeof document === 'string' &&
    FILTERS.some(({ id }) => id === filter) &&
    (open === undefined || typeof open === 'string') &&
    Number.isFinite(drawn) &&
    (sight === undefined || isSight(sight))
  );
}

function isSight(data: unknown): data is ScrollAnchor {
  const { key, top } = (data ?? {}) as Partial<Record<string, unknown>>;
  return typeof key === 'string' && Number.isFinite(top);
}
