import { distance } from 'fastest-levenshtein';
import type { FileAccess } from '../files/file-access';
import { dirname, join, normalize } from '../files/paths';
import { isPurposePath, purposeName } from '../files/purpose-name';
import { readText } from '../files/read-text';
import { type Care, readCare, readCommittedCare } from '../history/care';
import type { HistoryDeps } from '../history/history';
import { listIfThere } from '../history/store';
import { deedWords } from '../history/vocabulary';
import { notAdopted } from '../share/source';
import type { SharedStatements } from '../share/statements';
import { copySources } from '../share/update';
import { PurposeDocument } from '../statement/document';
import { type CareFacts, dueOf, type LastCare, reviewOf, type ServesFacts } from './file-care';
import { parseReview, reviewDue } from './review';
import { missingTarget, servesPath } from './serves';

/** What care is gathered from. */
export interface CareSources {
  readonly history: HistoryDeps;
  /** The statements of other purpose files, for copies that stand in this one. */
  readonly statements: SharedStatements;
  /** Whether a path is that of a purpose file, adopted ones among them. */
  readonly isPurpose: (path: string) => Promise<boolean>;
  /** The folder that no copy's source may lead out of. */
  readonly rootOf: (path: string) => Promise<string>;
  /** The text of a purpose file, where it is not read from the file itself. */
  readonly textOf?: (path: string) => string | undefined;
  /** Where to look for a file of nearly the name of one that is missing; left out: in the folders of both files. */
  readonly purposes?: () => Promise<readonly string[]>;
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
    lastCareOf(document, path, sources).catch(() => undefined),
    servesFacts(document, path, sources).catch(() => undefined),
    copyFacts(document, path, sources).catch(() => undefined),
  ]);
  return { lastCared, serves, copies };
}

/**
 * When somebody last cared for a purpose, as its records tell; git, which takes longer, is asked only where the review
 * would be overdue without it, for somebody may have refined the statement elsewhere.
 */
export async function lastCareOf(
  document: PurposeDocument,
  path: string,
  { history, now }: Pick<CareSources, 'history' | 'now'>,
): Promise<LastCare | undefined> {
  const written = reviewOf(document);
  if (written === undefined) return undefined;
  const review = parseReview(written);
  if (review.kind === 'problem') return undefined;
  if (reviewDue(review, undefined, now())?.overdueDays === 0) return undefined;
  const care = await readCare(history.files, path);
  const recorded = care && lastCareIn(care);
  const due = dueOf(document, recorded?.time, now());
  if ((due && due.overdueDays === 0) || !history.git) return recorded;
  const all = await readCare(history.files, path, await readCommittedCare(history.git, path));
  return all && lastCareIn(all);
}

function lastCareIn({ last: { author, commit, path, time, type } }: Care): LastCare {
  return {
    time: new Date(time),
    deed: commit === undefined ? deed(type, author) : `refined in commit ${commit.slice(0, 7)}`,
    path,
  };
}

function deed(type: string, author: string): string {
  const { by } = deedWords(type);
  return author ? `${by} by ${author}` : by;
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
    if (trail.length === 1 && !(await sources.isPurpose(at)))
      return { written, problem: notAdopted(written.trim()) };
    const next = await servesIn(at, sources);
    if (next === 'missing') {
      if (trail.length > 1) return { written };
      const near = await nearestName(at, path, sources).catch(() => undefined);
      return { written, problem: missingTarget(written), near };
    }
    trail.push(at);
    const found = next === undefined ? undefined : servesPath(at, next);
    if (!found || 'problem' in found) break;
    at = found.target;
  }
  return { written };
}

/** The purpose file whose name differs least from that of a missing one: in a third of its letters at most, or in the folder alone. */
async function nearestName(
  missing: string,
  own: string,
  { history: { files }, purposes }: CareSources,
): Promise<string | undefined> {
  const beside = async () => {
    const folders = [...new Set([dirname(missing), dirname(own)])];
    const entries = await Promise.all(
      folders.map(async (folder) => (await listIfThere(files, folder)).map(({ name }) => join(folder, name))),
    );
    return entries.flat();
  };
  const wanted = purposeName(missing).toLowerCase();
  const near = (await (purposes ?? beside)())
    .filter((path) => isPurposePath(path) && normalize(path) !== normalize(own))
    .map((path) => ({ path, apart: distance(purposeName(path).toLowerCase(), wanted) }))
    .filter(({ apart }) => apart <= Math.ceil(wanted.length / 3));
  near.sort((a, b) => a.apart - b.apart || (a.path < b.path ? -1 : 1));
  return near[0]?.path;
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
  return { place, resolve: await statements.load(copySources(text, place), place.root) };
}
