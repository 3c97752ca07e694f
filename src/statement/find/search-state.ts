import type { HeadingName } from './heading-name';

/** An open section of a document. */
export interface Section {
  readonly depth: number;
  readonly name: HeadingName | undefined;
  readonly isTitle: boolean;
  /** The number of candidates in it. */
  texts: number;
}

/** The state of a search before a block. This state and the block determine the block's candidates. */
export interface Seen {
  /** From the outermost to the innermost. */
  readonly sections: Section[];
  /** The number of candidates. */
  texts: number;
  heading: boolean;
  /** A section with the name of a purpose and no text. */
  emptyPurpose: boolean;
  /** A candidate that states a purpose by its wording. */
  shape: boolean;
  /** The open callout. */
  callout: string | undefined;
}

export const NOTHING_SEEN: Seen = {
  sections: [],
  texts: 0,
  heading: false,
  emptyPurpose: false,
  shape: false,
  callout: undefined,
};

export function isSeenAlike(one: Seen, other: Seen): boolean {
  if (one === other) return true;
  return (
    one.texts === other.texts &&
    one.heading === other.heading &&
    one.emptyPurpose === other.emptyPurpose &&
    one.shape === other.shape &&
    one.callout === other.callout &&
    one.sections.length === other.sections.length &&
    one.sections.every((section, at) => isSameSection(section, other.sections[at] as Section))
  );
}

function isSameSection(one: Section, other: Section): boolean {
  return (
    one.depth === other.depth &&
    one.texts === other.texts &&
    one.isTitle === other.isTitle &&
    one.name?.topic === other.name?.topic &&
    one.name?.exact === other.name?.exact
  );
}
