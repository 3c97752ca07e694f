import {
  CodeLens,
  type CodeLensProvider,
  type Command,
  Disposable,
  languages,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { LintResult } from '../../lint/lint-result';
import { plural } from '../../text/plural';
import { forPurposeFiles } from '../adopted-files';
import { toRange } from '../purpose-documents';
import type { Services } from '../services';

/** Shows figures above the statement, if `purpose.codeLens` is on. */
export function registerCodeLens({ lint, lenses }: Services): Disposable {
  const wanted = (document: TextDocument) =>
    workspace.getConfiguration('purpose', document.uri).get('codeLens', true);
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: lenses.onDidChange,
    async provideCodeLenses(document) {
      if (!wanted(document)) return [];
      const result = (await lint.current(document))?.result;
      if (result && result.document.text.trim() === '') return emptyLenses(document);
      if (!result?.statement || result.figures.words === 0) return [];
      const at: Range = toRange(result.statement);
      const question = result.statement.by === 'position' ? [questionLens(document)] : [];
      const all = [...question, ...figuresLenses(result, document), ...(await lenses.commandsFor(document))];
      return all.map((command) => new CodeLens(at, command));
    },
  };
  return Disposable.from(
    forPurposeFiles((selector) => languages.registerCodeLensProvider(selector, provider)),
    lint.onDidLint(() => lenses.refresh()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('purpose.codeLens')) lenses.refresh();
    }),
  );
}

/** In an empty file: two ways to begin, both of which write into this file. */
function emptyLenses({ uri }: TextDocument): CodeLens[] {
  return [
    {
      title: 'Find Your Purpose…',
      tooltip: 'Answer one question at a time',
      command: 'purpose.find',
      arguments: [uri],
    },
    {
      title: 'Start from a Template…',
      tooltip: 'A text with blanks to fill in',
      command: 'purpose.newFromTemplate',
      arguments: [uri],
    },
  ].map((command) => new CodeLens(new Range(0, 0, 0, 0), command));
}

/** Asks the writer whether a text that was found by its position is the statement. */
function questionLens({ uri }: TextDocument): Command {
  return {
    title: 'Is this the statement?',
    tooltip: 'Choose the text that is the statement: a comment marks it',
    command: 'purpose.chooseStatement',
    arguments: [uri],
  };
}

function figuresLenses(
  { figures: { words, grade, vaguePer100 }, language }: LintResult,
  { uri }: TextDocument,
): readonly Command[] {
  const size = plural(words, 'word');
  const vague = Math.round((vaguePer100 * words) / 100);
  const trend: Command = {
    // For other languages than English only the length is known.
    title: language.english ? `Reading grade ${grade} · ${size}` : size,
    tooltip: 'Show how these figures changed over time',
    command: 'purpose.showHistory',
    arguments: [uri],
  };
  const findings: Command = {
    title: `${vague} vague`,
    tooltip: 'Show the questions about this file',
    command: 'workbench.actions.view.problems',
  };
  return language.english ? [trend, findings] : [trend];
}
