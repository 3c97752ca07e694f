import { distance } from 'fastest-levenshtein';
import type { FileAccess } from '../files/file-access';
import { dirname, join, normalize } from '../files/paths';
import { isPurposePath, purposeName } from '../files/purpose-name';
import { readText } from '../files/read-text';
import type { HistoryDeps } from '../history/history';
import { type Care, readCare, readCommittedCare } from '../history/last-care';
import { listIfThere } from '../history/records-folder';
import { recordTypeWords } from '../history/vocabulary';
import { notAdopted } from '../share/source-path';
import type { SharedStatements } from '../share/statements';
import { copySources } from '../share/update-copies';
import { PurposeDocument } from '../statement/document';
import { type CareFacts, dueOf, type LastCare, reviewOf, type ServesFacts } from './care-findings';
import { parseReview, reviewDue } from './review';
import { missingTarget, servesPath } from './serves';

/** The sources of care facts. */
export interface CareSources {
  readonly history: HistoryDeps;
  /** The statements of other purpose files, for copies in this one. */
  readonly statements: SharedStatements;
  /** Whether a path is that of a purpose file, including adopted ones. */
  readonly isPurpose: (path: string) => Promise<boolean>;
  /** The folder that no copy's source may lead out of. */
  readonly rootOf: (path: string) => Promise<string>;
  /** The text of a purpose file that is open in the editor; `undefined` means that it is read from disk. */
  readonly textOf?: (path: string) => string | undefined;
  /** Candidates for a similar name if a file is missing; by default those in the folders of both files. */
  readonly purposes?: () => Promise<readonly string[]>;
  readonly now: () => Date;
}

/**
 * Gathers the facts for {@link careFindings} on a purpose file. It reads only what the file's contents call for. It
 * does not reject: what cannot be read counts as unknown.
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
 * The latest care of a purpose, from its records. Git is slower, so it is called only if the review would
 * otherwise be overdue: a commit may have changed the statement without a record.
 */
async function lastCareOf(
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
    event: commit === undefined ? describeEvent(type, author) : `refined in commit ${commit.slice(0, 7)}`,
    path,
  };
}

function describeEvent(type: string, author: string): string {
  const { by } = recordTypeWords(type);
  return author ? `${by} by ${author}` : by;
}

/** Limit for following `serves:`; no real chain is longer. */
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
    // A loop further up is reported in the files that belong to it.
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

/**
 * The purpose file whose name is nearest to a missing one: at most a third of its letters differ, or only the folder.
 */
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
  const place = { file: path, root: await rootOf(path) };
  return { place, resolve: await statements.load(copySources(text, place), place.root) };
}
