import type { TextPart } from '../parts';
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
}

/** A mere activity scores less than an earlier position, so that the statement does not jump while it is rewritten. */
const SHAPE_SCORE = [0, 0.05, 3, 4.5, 6] as const;

/** How likely a text is the statement, by its headings, its position and its wording. */
export function scoreOf(
  part: TextPart,
  analysis: PartAnalysis,
  { name, isTitle, direct, below, before }: Placing,
): number {
  return (
    topicScore(name, isTitle, direct) +
    SHAPE_SCORE[analysis.shape] +
    (below === 0 ? (name ? 2 : 1) : 0) -
    Math.min(2, before * 0.1) +
    (isQuotation(part) ? -3 : 0) +
    leadScore(part, analysis, before) +
    (analysis.introduces ? -2 : 0) +
    (isFragment(part, analysis) && name?.topic !== 'purpose' ? -3 : 0)
  );
}

/** A few words that are not a sentence: “Draft”. */
function isFragment({ plain }: TextPart, { shape }: PartAnalysis): boolean {
  return shape === 0 && wordCount(plain) < 4 && !/[.!?…。！？]["”’)]*$/u.test(plain) && !plain.includes('{{');
}

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
function leadScore(part: TextPart, { shape }: PartAnalysis, before: number): number {
  if (part.kind === 'quote' && !part.callout) return before === 0 && !isQuotation(part) ? 6 : 0.5;
  return before === 0 && (shape === 1 || shape === 2) ? 1 : 0;
}
