import { yielder } from '../async/yielding';
import type { PurposeDocument, StatementPlace } from '../statement/document';
import { fold } from '../text/fold';
import { followed, isSetAside, mayBeElsewhere } from './follow-statement';
import type { GitCommit, GitReader, GitVersion } from './git-reader';
import { documentReader, type StatementText } from './statement-of';
import type { WorkingCopy } from './working-copy';

/** A commit that changed the statement. */
export interface StatementCommit {
  readonly commit: GitCommit;
  /** `undefined` if the commit removed the statement or the file. */
  readonly statement?: StatementText;
  /** The plain statement before it; `undefined` if there was none. */
  readonly before?: string;
}

/** Options of {@link StatementCommits.changed}. */
interface CommitReading {
  readonly signal?: AbortSignal | undefined;
  /** The current text in file or editor, from which the statement is followed backwards. */
  readonly working?: WorkingCopy | undefined;
  /** Whether a record has this wording: then the statement of such a version is not questioned. */
  readonly isRecorded?: (plain: string) => boolean;
}

/** Maximum number of versions read at a time while following the statement. */
const AHEAD = 60;

/**
 * Finds the commits whose statement differs from that of every parent, reading each content once. If a version's
 * statement is in another place than its newer neighbour's, the same passage is followed: see {@link followed}.
 */
export class StatementCommits {
  readonly #statements = new Map<string, StatementText | undefined>();
  /**
   * The passages that became the statement of a newer version, for versions in which another statement was found;
   * `undefined` if the version did not have the passage yet.
   */
  readonly #followed = new Map<string, StatementText | undefined>();
  /** Versions that git could not print, as in a partial clone: a missing text is not a missing statement. */
  readonly #unread = new Set<string>();
  readonly #leftOut = new Set<string>();
  readonly #read = documentReader();

  constructor(
    private readonly git: GitReader,
    private readonly path: string,
  ) {}

  /** Number of commits that were left out because their text, or that of a parent, is missing here. */
  get leftOut(): number {
    return this.#leftOut.size;
  }

  /**
   * The commits of a page of the log that changed the statement. Pages are read from the newest on; a page that begins
   * at 0 restarts following.
   * @param log newest first; @returns those of `log` from `start` to `end` that changed the statement, newest first
   */
  async changed(
    log: readonly GitCommit[],
    start: number,
    end: number,
    reading: CommitReading = {},
  ): Promise<StatementCommit[]> {
    const { signal } = reading;
    const page = log.slice(start, end).map((commit, at) => {
      const older = log[start + at + 1]?.after;
      return { commit, before: commit.before ?? (older ? [older] : []) };
    });
    const versions = page.flatMap(({ commit, before }) => [
      ...(commit.after ? [commit.after] : []),
      ...before,
    ]);
    const trail = this.#trail(versions, signal);
    await this.#find(trail, signal);
    if (start === 0) {
      this.#followed.clear();
      const [newest] = versions;
      if (newest && reading.working) await this.#follow(reading.working, newest, trail, reading);
    }
    const found: StatementCommit[] = [];
    for (const { commit, before } of page) {
      const { after } = commit;
      if ([after, ...before].some((version) => version && this.#unread.has(keyOf(version)))) {
        this.#leftOut.add(commit.hash);
        continue;
      }
      if (after) for (const version of before) await this.#follow(after, version, trail, reading);
      const statement = after && this.#statementOf(after);
      const now = fold(statement?.plain ?? '');
      const sides = before.map((version) => fold(this.#statementOf(version)?.plain ?? ''));
      const same = sides.length === 0 ? now === '' : sides.includes(now);
      if (same) continue;
      const first = sides[0];
      found.push({ commit, ...(statement && { statement }), ...(first && { before: first }) });
    }
    return found;
  }

  /** The statement of one version, as last followed. */
  async statementAt(version: GitVersion, signal?: AbortSignal): Promise<StatementText | undefined> {
    await this.#find(this.#trail([version], signal), signal);
    return this.#statementOf(version);
  }

  #trail(versions: readonly GitVersion[], signal: AbortSignal | undefined): Trail {
    return new Trail(versions, (wanted) => this.git.texts(this.path, wanted, signal), this.#read);
  }

  #statementOf(version: GitVersion): StatementText | undefined {
    const key = keyOf(version);
    return this.#followed.has(key) ? this.#followed.get(key) : this.#statements.get(key);
  }

  /** Searches an older version for the passage that became the statement of a newer one. */
  async #follow(
    newer: GitVersion | WorkingCopy,
    older: GitVersion,
    trail: Trail,
    { isRecorded }: CommitReading,
  ): Promise<void> {
    const statement = 'commit' in newer ? this.#statementOf(newer) : newer.statement;
    const found = this.#statements.get(keyOf(older));
    if (!found || this.#followed.has(keyOf(older))) return;
    if (!statement) {
      // A passage that a version does not have yet is not in the versions before it either.
      const setAside =
        'commit' in newer && this.#followed.has(keyOf(newer)) && this.#statements.get(keyOf(newer));
      if (setAside && isSetAside(setAside, found) && !isRecorded?.(fold(found.plain)))
        this.#followed.set(keyOf(older), undefined);
      return;
    }
    if (!mayBeElsewhere(statement, found) || isRecorded?.(fold(found.plain))) return;
    const now = 'commit' in newer ? await trail.documentAt(newer) : this.#read(newer.text);
    const then = await trail.documentAt(older);
    if (!now || !then) return;
    const stretch = followed({ document: now, statement }, { document: then, statement: found });
    if (stretch) this.#followed.set(keyOf(older), stretch === 'absent' ? undefined : stretch);
  }

  async #find(trail: Trail, signal: AbortSignal | undefined): Promise<void> {
    const wanted = trail.versions.filter((version) => !this.#statements.has(keyOf(version)));
    const yieldIfDue = yielder(signal);
    const texts = await trail.read(wanted);
    let last: { readonly place: StatementPlace; readonly statement: StatementText } | undefined;
    for (const [at, version] of wanted.entries()) {
      const text = texts[at];
      if (text === undefined) this.#unread.add(keyOf(version));
      const document = text === undefined ? undefined : this.#read(text);
      const place = document?.statementPlace;
      // One object for all versions with the same passage.
      const isSame = place?.part === last?.place.part && place?.by === last?.place.by;
      const statement = isSame ? last?.statement : document?.statement;
      last = place && statement && { place, statement };
      this.#statements.set(keyOf(version), statement);
      await yieldIfDue();
    }
  }
}

/** The versions of a page of the log, each read from git at most once. */
class Trail {
  readonly versions: readonly GitVersion[];
  readonly #texts = new Map<string, string | undefined>();
  readonly #places: ReadonlyMap<string, number>;
  /** The last at the end. */
  #parsed: readonly { readonly text: string; readonly document: PurposeDocument }[] = [];

  constructor(
    versions: readonly GitVersion[],
    private readonly texts: (versions: readonly GitVersion[]) => Promise<readonly (string | undefined)[]>,
    private readonly parse: (text: string) => PurposeDocument,
  ) {
    this.versions = unlike(versions);
    this.#places = new Map(this.versions.map((version, at) => [keyOf(version), at]));
  }

  /** Reads the texts of versions, in the same order; `undefined` for one that git cannot print. */
  async read(wanted: readonly GitVersion[]): Promise<readonly (string | undefined)[]> {
    if (wanted.length === 0) return [];
    const texts = await this.texts(wanted);
    for (const [at, version] of wanted.entries()) this.#texts.set(keyOf(version), texts[at]);
    return texts;
  }

  /** One version; also reads the following ones, which the caller will need next. */
  async documentAt(version: GitVersion): Promise<PurposeDocument | undefined> {
    const key = keyOf(version);
    if (!this.#texts.has(key)) {
      const at = this.#places.get(key) ?? 0;
      await this.read(this.versions.slice(at, at + AHEAD).filter((one) => !this.#texts.has(keyOf(one))));
    }
    const text = this.#texts.get(key);
    return text === undefined ? undefined : this.#documentOf(text);
  }

  /** Two neighbours are compared at a time; to keep the documents of all versions would cost much memory. */
  #documentOf(text: string): PurposeDocument {
    const known = this.#parsed.find((one) => one.text === text);
    if (known) return known.document;
    const document = this.parse(text);
    this.#parsed = [...this.#parsed.slice(-1), { text, document }];
    return document;
  }
}

/** Drops versions with the same content as an earlier one. */
function unlike(versions: readonly GitVersion[]): GitVersion[] {
  return [...new Map(versions.map((version) => [keyOf(version), version])).values()];
}

function keyOf(version: GitVersion): string {
  return version.blob ?? `${version.commit}:${version.path}`;
}
