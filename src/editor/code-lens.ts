import {
  CodeLens,
  type CodeLensProvider,
  type Command,
  Disposable,
  languages,
  type Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { LintResult } from '../lint/lint-result';
import { PURPOSE_SELECTOR, toRange } from './purpose-documents';
import type { Services } from './services';

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
