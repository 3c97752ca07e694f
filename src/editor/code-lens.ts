import {
  CodeLens,
  type CodeLensProvider,
  type Command,
  Disposable,
  EventEmitter,
  languages,
  type Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { LintResult } from '../lint/lint-result';
import { PURPOSE_SELECTOR, toRange } from './purpose-documents';
import type { Services } from './services';

/** Somebody who has something to say above the statement, such as when it was last refined. */
export interface StatementLensSource {
  /** What to show for a document, each with the command that a click runs; a lens without `command` is text. */
  lenses(document: TextDocument): readonly Command[] | Promise<readonly Command[]>;
}

/** The line above the statement: its figures, and what other features add to it. */
export class StatementLenses implements Disposable {
  readonly #sources = new Set<StatementLensSource>();
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  /** Adds a source; its lenses stand behind those of the sources added before. */
  add(source: StatementLensSource): Disposable {
    this.#sources.add(source);
    this.refresh();
    return new Disposable(() => {
      this.#sources.delete(source);
      this.refresh();
    });
  }

  /** Has every source asked again. */
  refresh(): void {
    this.#changed.fire();
  }

  async commandsFor(document: TextDocument): Promise<readonly Command[]> {
    return (await Promise.all([...this.#sources].map((source) => source.lenses(document)))).flat();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Shows figures above the statement, where the writer wants them (`purpose.codeLens`). */
export function registerCodeLens({ lint, lenses }: Services): Disposable {
  const wanted = (document: TextDocument) =>
    workspace.getConfiguration('purpose', document.uri).get('codeLens', true);
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: lenses.onDidChange,
    async provideCodeLenses(document) {
      if (!wanted(document)) return [];
      const result = (await lint.current(document))?.result;
      if (!result?.statement) return [];
      const at: Range = toRange(result.statement);
      const all = [figuresLens(result), ...(await lenses.commandsFor(document))];
      return all.map((command) => new CodeLens(at, command));
    },
  };
  return Disposable.from(
    languages.registerCodeLensProvider(PURPOSE_SELECTOR, provider),
    lint.onDidLint(() => lenses.refresh()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('purpose.codeLens')) lenses.refresh();
    }),
  );
}

function figuresLens({ figures: { words, grade, vaguePer100 }, language }: LintResult): Command {
  const size = `${words} ${words === 1 ? 'word' : 'words'}`;
  const vague = Math.round((vaguePer100 * words) / 100);
  return {
    // Of another language than English nothing but the length is known.
    title: language.english ? `Reading grade ${grade} · ${size} · ${vague} vague` : size,
    tooltip: 'Show the questions to this file',
    command: 'workbench.actions.view.problems',
  };
}
