import type { TextPart } from '../text-part';
import { isQuotation, wordCount } from './exclusions';
import type { PartAnalysis } from './extent';
import type { HeadingName } from './heading-name';

/** The headings above a text, and its position. */
export interface Placing {
  /** The topic of the nearest heading with one, and whether it is the document's title. */
  readonly name: HeadingName | undefined;
  readonly isTitle: boolean;
  /** Whether no other heading is between that heading and the text. */
  readonly direct: boolean;
  /** The number of texts between that heading and this one. */
  readonly below: number;
  /** The number of texts before this one in the document. */
  readonly before: number;
  /**
   * Whether it is the first text below a title without the name of a purpose, or says what for and is below at most two
   * texts that state no purpose.
   */
  readonly leads: boolean;
}

/** A mere activity scores less than an earlier position, so that the statement does not jump while it is rewritten. */
const SHAPE_SCORE = [0, 0.05, 3, 4.5, 6] as const;

/** How likely a text is the statement, by its headings, its position and its wording. */
export function scoreOf(
  part: TextPart,
  analysis: PartAnalysis,
  { name, isTitle, direct, below, before, leads }: Placing,
): number {
  return (
    topicScore(name, isTitle, direct) +
    SHAPE_SCORE[analysis.shape] +
    firstScore(name, below === 0 || leads) -
    Math.min(2, before * 0.1) +
    (isQuotation(part) ? -3 : 0) +
    leadScore(part, analysis, before, leads) +
    (analysis.introduces ? -2 : 0) +
    (before > 0 && !name?.exact && OF_AN_OFFICE.test(part.plain) ? -3 : 0) +
    (isFragment(part, analysis) && name?.topic !== 'purpose' ? -3 : 0)
  );
}

/** The task of one office, below the statement of the group: “The treasurer is responsible for …”. */
const OF_AN_OFFICE =
  /\b(?:board|treasurer|secretary|chair(?:person|man|woman)?|president|members?|officers?|directors?|moderators?|maintainers?|committers?|volunteers?|owners?|editors?|coordinators?|leads?|leaders?|managers?)(?: (?:is|are|shall be) responsible for|['’]s? (?:role|job|task|duty|duties|responsibilities) (?:is|are) )/iu;

/** Whether a text says what for: “so that …”. */
export function saysWhy({ plain }: TextPart): boolean {
  return /\b(?:so that|in order to)\b/iu.test(plain);
}

/** The score of the first text under a heading. */
function firstScore(name: HeadingName | undefined, isFirst: boolean): number {
  if (!isFirst) return 0;
  return name && name.topic !== 'about' && name.topic !== 'other' ? 2 : 1;
}

/** A few words that are not a sentence: “Draft”, “Leith, Scotland.” */
function isFragment({ plain }: TextPart, { shape }: PartAnalysis): boolean {
  if (shape > 0 || wordCount(plain) > 4 || plain.includes('{{')) return false;
  return IS_PLACE.test(plain) || (wordCount(plain) < 4 && !/[.!?…。！？]["”’)]*$/u.test(plain));
}
const IS_PLACE = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?, \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?\.?$/u;

function topicScore(name: HeadingName | undefined, isTitle: boolean, direct: boolean): number {
  if (!name) return 0;
  const far = direct ? 0 : -1.5;
  switch (name.topic) {
    case 'purpose':
      return (isTitle ? (name.exact ? 5 : 3) : name.exact ? 7 : 5.5) + far;
    case 'vision':
      return (name.exact ? 4 : 3) + far;
    case 'aim':
      return (name.exact ? 2.5 : 1.5) + far;
    case 'about':
      return 1;
    case 'other':
      return isTitle ? -0.5 : direct ? -4 : -2;
  }
}

/** The score of the first text of a file: a leading quote is the format of our own files. */
function leadScore(part: TextPart, { shape }: PartAnalysis, before: number, leads: boolean): number {
  if (part.kind === 'quote' && !part.callout) return before === 0 && !isQuotation(part) ? 6 : 0.5;
  if (!(leads || before === 0) || (shape !== 1 && shape !== 2)) return 0;
  return leads && saysWhy(part) ? 4 : 1;
}
