import { daysOver, isRatified, readRatified } from '../consent/term';
import { basename } from '../files/paths';
import type { Related } from '../lint/finding';
import type { MarkdownPlace } from '../share/source-path';
import { type Resolved, type ResolveStatement, updateCopies } from '../share/update-copies';
import type { PurposeDocument } from '../statement/document';
import { LineMap, type Point } from '../statement/position';
import { plural } from '../text/plural';
import { type CareFinding, careFinding } from './finding-texts';
import { parseReview, type ReviewDue, reviewDue } from './review';
import { loopInWords } from './serves';

/** The input of the care rules from outside a purpose file. */
export interface CareFacts {
  /** The last change, reaffirmation or note; `undefined` if there is none yet. */
  readonly lastCared?: LastCare | undefined;
  /** The target of a certain `serves:`. */
  readonly serves?: ServesFacts | undefined;
  /** The source of the copies in the file. */
  readonly copies?: CopyFacts | undefined;
}

/** The last change, reaffirmation or note of a purpose. */
export interface LastCare {
  readonly time: Date;
  /** Part of a sentence: `reaffirmed by Ana`, `refined in commit 1a2b3c4`. */
  readonly event: string;
  /** The record that says so; undefined for a commit. */
  readonly path?: string | undefined;
}

/** The result of following one `serves:` value; it does not apply to any other value. */
export interface ServesFacts {
  readonly written: string;
  /** One sentence on why it leads nowhere. */
  readonly problem?: string | undefined;
  /** Path of a purpose file with nearly that name, if there is one. */
  readonly near?: string | undefined;
  /** The files that serve each other in a loop, including this one. */
  readonly loop?: readonly string[] | undefined;
}

interface CopyFacts {
  readonly place: MarkdownPlace;
  readonly resolve: ResolveStatement;
}

/** The `review:` of a purpose file, unless the purpose is retired. */
export function reviewOf({
  frontMatter: { data },
}: Pick<PurposeDocument, 'frontMatter'>): string | undefined {
  return data.status?.trim().toLowerCase() === 'retired' ? undefined : data.review;
}

/** When a purpose is due for a review; `undefined` if it has no `review:` or no start to count from. */
export function dueOf(
  document: Pick<PurposeDocument, 'frontMatter'>,
  lastCared: Date | undefined,
  now: Date,
): ReviewDue | undefined {
  const written = reviewOf(document);
  return written === undefined ? undefined : reviewDue(parseReview(written), lastCared, now);
}

/** All care findings of a purpose file, at their positions in this document. */
export function careFindings(document: PurposeDocument, facts: CareFacts, now: Date): CareFinding[] {
  return [
    ...reviewFindings(document, facts, now),
    ...termFindings(document, now),
    ...servesFindings(document, facts),
    ...(facts.copies ? copyFindings(document.text, facts.copies) : []),
  ];
}

function reviewFindings(document: PurposeDocument, { lastCared }: CareFacts, now: Date): CareFinding[] {
  const written = reviewOf(document);
  const place = document.frontMatter.places.get('review');
  if (written === undefined || !place) return [];
  const review = parseReview(written);
  if (review.kind === 'problem') return [careFinding('unreadableReview', review.problem, place)];
  const { due, overdueDays = 0 } = reviewDue(review, lastCared?.time, now) ?? {};
  if (!due || overdueDays <= 0) return [];
  const isCounted = review.kind === 'interval' && lastCared;
  const message = `The review of this purpose was due on ${dayOf(due)}, ${plural(overdueDays, 'day')} ago.`;
  const related = isCounted ? [countedFrom(lastCared, document)] : [];
  return [careFinding('reviewOverdue', message, place, related)];
}

/** The findings on the term of a ratification; none unless the file's status is `ratified`. */
function termFindings({ frontMatter: { data, places } }: PurposeDocument, now: Date): CareFinding[] {
  const place = places.get('ratified');
  const ratified = data.ratified === undefined ? undefined : readRatified(data.ratified);
  if (!place || !ratified || !isRatified(data)) return [];
  const { until, unreadable } = ratified;
  if (unreadable !== undefined) {
    const message = `Purpose can't read “${unreadable}”. Write a month (2027-11) or a day (2027-11-30) after “until”.`;
    return [careFinding('unreadableTerm', message, place)];
  }
  const days = until ? daysOver(until, now) : 0;
  if (!until || days <= 0) return [];
  const message = `The term of this statement ended on ${dayOf(until)}, ${plural(days, 'day')} ago.`;
  return [careFinding('termOver', message, place)];
}

/** The start of an interval: a record, or the statement of a commit. */
function countedFrom({ event, path, time }: LastCare, { statement }: PurposeDocument): Related {
  const message = `Counted from here: ${event} on ${dayOf(time)}.`;
  if (path !== undefined) return { message, path, start: TOP, end: TOP };
  return { message, start: statement?.start ?? TOP, end: statement?.end ?? TOP };
}

/** The date, ISO 8601. */
function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

const TOP: Point = { line: 1, column: 1, offset: 0 };

function servesFindings({ frontMatter }: PurposeDocument, { serves }: CareFacts): CareFinding[] {
  const place = frontMatter.places.get('serves');
  if (!serves || !place || serves.written !== frontMatter.data.serves) return [];
  const { near, problem } = serves;
  if (problem !== undefined) {
    const message = `Is it this one: ${basename(near ?? '')}?`;
    const related = near ? [{ message, path: near, start: TOP, end: TOP }] : [];
    return [careFinding('brokenServes', problem, place, related)];
  }
  if (!serves.loop) return [];
  const message = `These purposes serve each other in a loop: ${loopInWords(serves.loop)}.`;
  return [careFinding('servesLoop', message, place)];
}

/** The copies of a Markdown file that differ from their purpose files, and the markers that do not form a copy. */
export function copyFindings(text: string, { place, resolve }: CopyFacts): CareFinding[] {
  const { edits, problems } = updateCopies(text, place, resolve);
  if (edits.length + problems.length === 0) return [];
  const lines = new LineMap(text);
  const findings = [
    ...edits.map(({ copy, path }) =>
      careFinding(
        'staleCopy',
        `This copy differs from the statement in ${copy.source}.`,
        lines.range(copy.begin),
        original(path, resolve(path)),
      ),
    ),
    ...problems.map(({ message, span }) => careFinding('brokenCopy', message, lines.range(span))),
  ];
  return findings.sort((a, b) => a.start.offset - b.start.offset);
}

/** The original statement of a copy, at its position. */
function original(path: string, statement: Resolved): readonly Related[] {
  if (typeof statement === 'string' || !statement.place) return [];
  return [{ message: 'The statement that it copies is here.', path, ...statement.place }];
}
