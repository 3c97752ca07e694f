import type { FileAccess } from '../files/file-access';
import { normalize } from '../files/paths';
import { readText } from '../files/read-text';
import { readCare } from '../history/care';
import type { HistoryDeps } from '../history/history';
import { openHistory } from '../history/history';
import type { SharedStatements } from '../share/statements';
import { copySources } from '../share/update';
import { PurposeDocument } from '../statement/document';
import { type CareFacts, dueOf, reviewOf, type ServesFacts } from './file-care';
import { parseReview, reviewDue } from './review';
import { missingTarget, servesPath } from './serves';

/** What care is gathered from. */
export interface CareSources {
  readonly history: HistoryDeps;
  /** The statements of other purpose files, for copies that stand in this one. */
  readonly statements: SharedStatements;
  /** The folder that no copy's source may lead out of. */
  readonly rootOf: (path: string) => Promise<string>;
  /** The text of a purpose file, where it is not read from the file itself. */
  readonly textOf?: (path: string) => string | undefined;
  readonly now: () => Date;
}

/**
 * Gathers what {@link careFindings} needs to know of a purpose file. It reads nothing for what the file does not ask
 * for, and does not reject: what cannot be read counts as unknown.
 */
export async function gatherCare(
  document: PurposeDocument,
  path: string,
  sources: CareSources,
): Promise<CareFacts> {
  const [lastCared, serves, copies] = await Promise.all([
    lastCaredOf(document, path, sources).catch(() => undefined),
    servesFacts(document, path, sources).catch(() => undefined),
    copyFacts(document, path, sources).catch(() => undefined),
  ]);
  return { lastCared, serves, copies };
}

/**
 * When somebody last cared for a purpose, as its records tell; git, which takes longer, is asked only where the review
 * would be overdue without it, for somebody may have refined the statement elsewhere.
 */
export async function lastCaredOf(
  document: PurposeDocument,
  path: string,
  { history, now }: Pick<CareSources, 'history' | 'now'>,
): Promise<Date | undefined> {
  const written = reviewOf(document);
  if (written === undefined) return undefined;
  const review = parseReview(written);
  if (review.kind === 'problem') return undefined;
  if (reviewDue(review, undefined, now())?.overdueDays === 0) return undefined;
  const care = await readCare(history.files, path);
  const recorded = newest([care?.last.time]);
  const due = dueOf(document, recorded, now());
  if ((due && due.overdueDays === 0) || !history.git) return recorded;
  const { entries } = await openHistory(history, path);
  return newest(entries.map(({ kind, time }) => (kind === 'working' ? undefined : time))) ?? recorded;
}

function newest(times: readonly (string | undefined)[]): Date | undefined {
  const last = Math.max(...times.map((time) => Date.parse(time ?? '') || 0), 0);
  return last === 0 ? undefined : new Date(last);
}

/** Longer chains than this are followed no further: nobody builds them by hand. */
const LONGEST_CHAIN = 100;

async function servesFacts(
  document: PurposeDocument,
  path: string,
  sources: CareSources,
): Promise<ServesFacts | undefined> {
  const written = document.frontMatter.data.serves;
  const first = written?.trim() ? servesPath(path, written) : undefined;
  if (written === undefined || !first) return undefined;
  if ('problem' in first) return { written, problem: first.problem };
  const start = normalize(path);
  const trail = [start];
  for (let at = first.target; trail.length < LONGEST_CHAIN; ) {
    if (at === start) return { written, loop: trail };
    // A round further up is told of in the files that it goes through.
    if (trail.includes(at)) break;
    const next = await servesIn(at, sources);
    if (next === 'missing') {
      return trail.length === 1 ? { written, problem: missingTarget(written) } : { written };
    }
    trail.push(at);
    const found = next === undefined ? undefined : servesPath(at, next);
    if (!found || 'problem' in found) break;
    at = found.target;
  }
  return { written };
}

async function servesIn(path: string, sources: CareSources): Promise<string | 'missing' | undefined> {
  const text = sources.textOf?.(path) ?? (await textIn(sources.history.files, path));
  return text === undefined ? 'missing' : PurposeDocument.of(text).frontMatter.data.serves;
}

async function textIn(files: FileAccess, path: string): Promise<string | undefined> {
  const found = await files.stat(path);
  return found?.type === 'file' ? readText(files, path) : undefined;
}

async function copyFacts(
  { text }: PurposeDocument,
  path: string,
  { statements, rootOf }: CareSources,
): Promise<CareFacts['copies']> {
  if (!text.includes('purpose:')) return undefined;
  const place = { host: path, root: await rootOf(path) };
  return { place, resolve: await statements.load(copySources(text, place)) };
}
