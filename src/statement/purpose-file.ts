import type { FoundBy } from './find/find-statement';
import type { Range } from './position';

/** The statement of a purpose file, as source and as plain text. */
export interface Statement extends Range {
  /** The exact source from start to end. */
  readonly text: string;
  /** Without markup, white space folded to single spaces. */
  readonly plain: string;
  /** Its Markdown without the quote marks and indentation of its lines; lines end with LF. */
  readonly markdown: string;
  /** How it was found: by `position` it is a guess. */
  readonly by: FoundBy;
}

/** The known keys of the front matter; a value of a wrong type is omitted and reported in `problems`. */
export interface FrontMatterData {
  readonly kind?: string;
  readonly status?: string;
  /** When, by how many and until when it was ratified, as written. */
  readonly ratified?: string;
  /** A date or an interval, as written. */
  readonly review?: string;
  /** Path of the purpose file that this one serves, relative to this file. */
  readonly serves?: string;
  readonly lang?: string;
  /** Lint settings of this file, not yet checked. */
  readonly lint?: unknown;
}

/** A problem in the front matter, with its position. */
export interface FrontMatterProblem extends Range {
  readonly message: string;
  /** A related position, if there is one. */
  readonly related?: readonly (Range & { readonly message: string })[];
}

export interface FrontMatter {
  readonly data: FrontMatterData;
  readonly problems: readonly FrontMatterProblem[];
  /** Its range, including the fences; `undefined` if the file has none. */
  readonly range?: Range;
  /** The range of the value of each known key. */
  readonly places: ReadonlyMap<string, Range>;
}

/** A parsed purpose file. */
export interface PurposeFile {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  /** `undefined` if the file has none yet. */
  readonly statement?: Statement;
  /** The first line of an unresolved merge conflict. */
  readonly conflict?: Range;
  /** The text of the first heading of depth 1, or `undefined`. */
  readonly title?: string;
}
