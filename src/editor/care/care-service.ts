import { Disposable, EventEmitter, type TextDocument, workspace } from 'vscode';
import { type CareFacts, careFindings, dueOf } from '../../care/care-findings';
import { type CareSources, gatherCare } from '../../care/gather-care';
import type { ReviewDue } from '../../care/review';
import type { ExtraFindings } from '../../lint/finding';
import type { LintResult } from '../../lint/lint-result';
import { statementsIn } from '../../share/statements';
import type { PurposeDocument } from '../../statement/document';
import { isPurposeFile } from '../adopted-files';
import type { ExtraSource } from '../lint/lint-service';
import type { Services } from '../services';
import { pathOf, uriOf } from '../vscode-files';
import { copyRoot } from '../workspace-root';

/** Polling interval in milliseconds: a review becomes due with the date, without any event. */
const HOUR = 3_600_000;

interface Known {
  /** The text that the facts depend on; a different key means that they are stale. */
  readonly key: string;
  readonly facts: CareFacts;
}

/** Keeps the care facts of each open purpose, and contributes care findings to the linter. */
export class CareService implements ExtraSource, Disposable {
  readonly #known = new Map<TextDocument, Known>();
  readonly #changed = new EventEmitter<TextDocument>();
  readonly #statements;
  readonly #sources: CareSources;
  readonly #disposables: Disposable;

  readonly onDidChange = this.#changed.event;

  constructor({ files, history, lint, purposeFiles }: Services) {
    const isPurpose = async (path: string) => isPurposeFile(uriOf(path));
    this.#statements = statementsIn(files, isPurpose);
    this.#sources = {
      history: history.deps,
      statements: this.#statements,
      isPurpose,
      rootOf: async (path) => copyRoot(path),
      textOf: (path) =>
        workspace.textDocuments.find(({ uri }) => isPurposeFile(uri) && pathOf(uri) === path)?.getText(),
      purposes: async () => (await purposeFiles.list()).map(pathOf),
      now: () => new Date(),
    };
    const hourly = setInterval(() => {
      for (const document of this.#known.keys()) this.#changed.fire(document);
    }, HOUR);
    this.#disposables = Disposable.from(
      this.#changed,
      new Disposable(() => clearInterval(hourly)),
      lint.onDidLint(({ document, result }) => void this.#look(document, result)),
      lint.onDidClose((document) => this.#known.delete(document)),
      history.care.onDidChange((folder) => {
        for (const document of lint.documents) {
          if (history.care.concerns(folder, document.uri))
            void this.#again(document, lint.last(document)?.result);
        }
      }),
      purposeFiles.onDidChange(({ uri }) => {
        if (uri) this.#statements.forget(pathOf(uri));
        for (const document of lint.documents) void this.#again(document, lint.last(document)?.result);
      }),
    );
  }

  extraFor(document: TextDocument): ExtraFindings | undefined {
    const facts = this.#known.get(document)?.facts;
    return facts && ((state) => careFindings(state, facts, new Date()));
  }

  /** The care findings of a purpose that is not open. */
  async findingsOf(document: PurposeDocument, path: string): Promise<ExtraFindings> {
    const facts = await gatherCare(document, path, this.#sources);
    return (state) => careFindings(state, facts, new Date());
  }

  /** When a purpose is due for a review; `undefined` if it has no `review:`, or the facts are not known yet. */
  dueOf(document: TextDocument, { document: purpose }: LintResult): ReviewDue | undefined {
    return dueOf(purpose, this.#known.get(document)?.facts.lastCared?.time, new Date());
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #look(document: TextDocument, result: LintResult): Promise<void> {
    if (this.#known.get(document)?.key !== keyOf(result)) await this.#again(document, result);
  }

  async #again(document: TextDocument, result: LintResult | undefined): Promise<void> {
    if (!result) return;
    const key = keyOf(result);
    const before = this.#known.get(document)?.facts ?? {};
    // Set at once, so that the same facts are not gathered twice.
    const known: Known = { key, facts: before };
    this.#known.set(document, known);
    const facts = await gatherCare(result.document, pathOf(document.uri), this.#sources);
    if (this.#known.get(document) !== known) return;
    this.#known.set(document, { key, facts });
    this.#changed.fire(document);
  }
}

/** The part of a text that the facts depend on. */
function keyOf({ document: { frontMatter, text } }: LintResult): string {
  const { review, serves, status } = frontMatter.data;
  const copies = text.includes('purpose:begin')
    ? (text.match(/<!--\s*purpose:begin[^\r\n]{0,500}/g) ?? [])
    : [];
  return JSON.stringify([review, serves, status, copies]);
}
