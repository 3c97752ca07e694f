import type { FoundBy } from './find/find-statement';
import type { Range } from './position';

/** The statement of a purpose file, as it stands and as it reads. */
export interface Statement extends Range {
  /** What stands in the file from start to end, to the character. */
  readonly text: string;
  /** What a reader sees: no markup, white space folded to single spaces. */
  readonly plain: string;
  /** Its Markdown without the quote marks and indentation before its lines; lines end with LF. */
  readonly markdown: string;
  /** How it was found: a statement by `position` alone is a guess. */
  readonly by: FoundBy;
}

/** What front matter says, keys we know only; a value of a wrong type is left out and named in `problems`. */
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

/** Something wrong in the front matter, at its place. */
export interface FrontMatterProblem extends Range {
  readonly message: string;
  /** The other place that it is about, where there is one. */
  readonly related?: readonly (Range & { readonly message: string })[];
}

export interface FrontMatter {
  readonly data: FrontMatterData;
  readonly problems: readonly FrontMatterProblem[];
  /** Where it stands, fences included; `undefined` where the file has none. */
  readonly range?: Range;
  /** Where the value of each known key stands. */
  readonly places: ReadonlyMap<string, Range>;
}

/** A purpose file, taken apart. */
export interface PurposeFile {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  /** `undefined` where the file has none yet. */
  readonly statement?: Statement;
  /** The first line of a merge conflict that is not resolved yet. */
  readonly conflict?: Range;
  /** The text of the first heading of depth 1, or `undefined`. */
  readonly title?: string;
}
