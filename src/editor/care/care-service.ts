import { Disposable, EventEmitter, type TextDocument, workspace } from 'vscode';
import { type CareFacts, careFindings, dueOf } from '../../care/file-care';
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

/** A review falls due with the day, not with any event: so often it is looked whether one has, in milliseconds. */
const HOUR = 3_600_000;

interface Known {
  /** What the facts were gathered for; with another text of these keys they are gathered anew. */
  readonly key: string;
  readonly facts: CareFacts;
}

/** Knows how well each open purpose is cared for, and has the linter say so. */
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

  /** What care has to say of a purpose that is not open. */
  async findingsOf(document: PurposeDocument, path: string): Promise<ExtraFindings> {
    const facts = await gatherCare(document, path, this.#sources);
    return (state) => careFindings(state, facts, new Date());
  }

  /** When a purpose is due for a review; `undefined` where it asks for none, or nobody knows yet. */
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
    // Set at once, so that the same text is not gathered for twice.
    const known: Known = { key, facts: before };
    this.#known.set(document, known);
    const facts = await gatherCare(result.document, pathOf(document.uri), this.#sources);
    if (this.#known.get(document) !== known) return;
    this.#known.set(document, { key, facts });
    this.#changed.fire(document);
  }
}

/** What of a text the facts hang on. */
function keyOf({ document: { frontMatter, text } }: LintResult): string {
  const { review, serves, status } = frontMatter.data;
  const copies = text.includes('purpose:begin')
    ? (text.match(/<!--\s*purpose:begin[^\r\n]{0,500}/g) ?? [])
    : [];
  return JSON.stringify([review, serves, status, copies]);
}
