import pLimit from 'p-limit';
import { type Uri, workspace } from 'vscode';
import { equalTitles } from '../../care/equal-titles';
import { parseReview, type ReviewDue, reviewDue } from '../../care/review';
import { purposeName } from '../../files/purpose-name';
import { readText } from '../../files/read-text';
import type { Care } from '../../history/last-care';
import { parsePurpose } from '../../statement/document';
import { errorMessage } from '../../text/error-message';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';

/** The properties of a purpose file in the tree. */
export interface PurposeFacts {
  readonly uri: Uri;
  readonly path: string;
  /** Its title, or its name if it has none. */
  readonly title: string;
  readonly name: string;
  /** Its path in its folder, if another purpose has the same title. */
  readonly place?: string;
  readonly kind: string | undefined;
  readonly status: string | undefined;
  readonly serves?: string;
  /** As plain text; `''` if there is none yet. */
  readonly statement: string;
  readonly care: Care | undefined;
  readonly due: ReviewDue | undefined;
  /** Why its review or the file itself cannot be read, one sentence. */
  readonly problem: string | undefined;
}

/** Maximum number of concurrent file reads. */
const READ_CONCURRENCY = 16;

type Read = Omit<PurposeFacts, 'care' | 'due'> & { readonly review: string | undefined };

/** Reads purpose files for the tree, each once until it changes. */
export class FactsReader {
  readonly #read = new Map<string, Promise<Read>>();

  constructor(private readonly services: Pick<Services, 'files' | 'history'>) {}

  forget(uri: Uri | undefined): void {
    if (uri) this.#read.delete(uri.toString());
    else this.#read.clear();
  }

  async all(uris: readonly Uri[]): Promise<PurposeFacts[]> {
    const found = await pLimit(READ_CONCURRENCY).map(uris, (uri) => this.#factsOf(uri));
    const equal = equalTitles(found);
    return found.map((facts) =>
      equal.has(facts.title.toLowerCase())
        ? { ...facts, place: workspace.asRelativePath(facts.uri, false) }
        : facts,
    );
  }

  async #factsOf(uri: Uri): Promise<PurposeFacts> {
    const key = uri.toString();
    const reading = this.#read.get(key) ?? this.#readFile(uri);
    this.#read.set(key, reading);
    const { review, ...read } = await reading;
    const care = await this.services.history.care.last(uri);
    const parsed = review === undefined ? undefined : parseReview(review);
    const cared = care && new Date(care.last.time);
    return {
      ...read,
      care,
      due: parsed && reviewDue(parsed, cared, new Date()),
      problem: read.problem ?? (parsed?.kind === 'problem' ? parsed.problem : undefined),
    };
  }

  async #readFile(uri: Uri): Promise<Read> {
    const path = pathOf(uri);
    const name = purposeName(uri.path);
    const base = { uri, path, name };
    try {
      const { frontMatter, statement, title } = parsePurpose(await readText(this.services.files, path));
      const { kind, status, serves, review } = frontMatter.data;
      return {
        ...base,
        title: title?.trim() || name,
        kind,
        status,
        ...(serves !== undefined && { serves }),
        statement: statement?.plain ?? '',
        review,
        problem: frontMatter.problems[0]?.message,
      };
    } catch (error) {
      const problem = errorMessage(error);
      return {
        ...base,
        title: name,
        kind: undefined,
        status: undefined,
        statement: '',
        review: undefined,
        problem,
      };
    }
  }
}
