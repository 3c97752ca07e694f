import type { HostPlace } from '../share/source';
import { type ResolveStatement, updateCopies } from '../share/update';
import type { PurposeDocument } from '../statement/document';
import { LineMap } from '../statement/position';
import type { CareFinding } from './care-finding';
import { brokenCopy, brokenServes, reviewOverdue, servesLoop, staleCopy, unreadableReview } from './findings';
import { parseReview, type ReviewDue, reviewDue } from './review';

/** What has to be known of the world around a purpose file to say how well it is cared for. */
export interface CareFacts {
  /** When somebody last refined, reaffirmed or noted something; `undefined` where nobody has yet. */
  readonly lastCared?: Date | undefined;
  /** Where a certain `serves:` leads. */
  readonly serves?: ServesFacts | undefined;
  /** What the copies in the file itself are checked against. */
  readonly copies?: CopyFacts | undefined;
}

/** What became of following a `serves:`; it says nothing of any other one. */
export interface ServesFacts {
  readonly written: string;
  /** One sentence on why it leads nowhere. */
  readonly problem?: string | undefined;
  /** The files that serve each other in a round, this one among them. */
  readonly loop?: readonly string[] | undefined;
}

export interface CopyFacts {
  readonly place: HostPlace;
  readonly resolve: ResolveStatement;
}

/** What a purpose file's front matter says of its care, where it wants any: a retired one does not. */
export function reviewOf({
  frontMatter: { data },
}: Pick<PurposeDocument, 'frontMatter'>): string | undefined {
  return data.status?.trim().toLowerCase() === 'retired' ? undefined : data.review;
}

/** When a purpose is due for a review; `undefined` where it asks for none or nobody can tell. */
export function dueOf(
  document: Pick<PurposeDocument, 'frontMatter'>,
  lastCared: Date | undefined,
  now: Date,
): ReviewDue | undefined {
  const written = reviewOf(document);
  return written === undefined ? undefined : reviewDue(parseReview(written), lastCared, now);
}

/** All that care has to say of a purpose file, at its places in this very document. */
export function careFindings(document: PurposeDocument, facts: CareFacts, now: Date): CareFinding[] {
  return [
    ...reviewFindings(document, facts, now),
    ...servesFindings(document, facts),
    ...(facts.copies ? copyFindings(document.text, facts.copies) : []),
  ];
}

function reviewFindings(document: PurposeDocument, { lastCared }: CareFacts, now: Date): CareFinding[] {
  const written = reviewOf(document);
  const place = document.frontMatter.places.get('review');
  if (written === undefined || !place) return [];
  const review = parseReview(written);
  if (review.kind === 'problem') return [unreadableReview(review.problem, place)];
  const due = reviewDue(review, lastCared, now);
  const found = due && reviewOverdue(due, place);
  return found ? [found] : [];
}

function servesFindings({ frontMatter }: PurposeDocument, { serves }: CareFacts): CareFinding[] {
  const place = frontMatter.places.get('serves');
  if (!serves || !place || serves.written !== frontMatter.data.serves) return [];
  if (serves.problem !== undefined) return [brokenServes(serves.problem, place)];
  return serves.loop ? [servesLoop(serves.loop, place)] : [];
}

/** The copies of a Markdown file that differ from their purpose files, and the markers that make no copy. */
export function copyFindings(text: string, { place, resolve }: CopyFacts): CareFinding[] {
  const { edits, problems } = updateCopies(text, place, resolve);
  if (edits.length + problems.length === 0) return [];
  const lines = new LineMap(text);
  const findings = [
    ...edits.map(({ copy }) => staleCopy(copy.source, lines.range(copy.begin))),
    ...problems.map(({ message, span }) => brokenCopy(message, lines.range(span))),
  ];
  return findings.sort((a, b) => a.start.offset - b.start.offset);
}
