import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  commands,
  Disposable,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { dirname, relative } from '../../files/paths';
import type { Finding } from '../../lint/finding';
import type { RuleId } from '../../lint/rules';
import { toDiagnostic } from '../lint/diagnostics';
import { sayNotDone } from '../messages';
import { openDocumentOf } from '../open-documents';
import { findingsIn, toRange } from '../purpose-documents';
import { commandFix, registerQuickFixes } from '../quick-fixes';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';

const CHOOSE_SERVED = 'purpose.care.chooseServed';

/** Code actions for an overdue review or a link that leads nowhere. */
export function registerCareActions(services: Services): Disposable {
  const { lint } = services;
  const provider: CodeActionProvider = {
    async provideCodeActions(document, range) {
      const result = (await lint.current(document))?.result;
      const here = result ? findingsIn(result, document, range) : [];
      return here.flatMap((finding) => actionsFor(document, finding));
    },
  };
  return Disposable.from(
    commands.registerCommand(CHOOSE_SERVED, (uri: string) => chooseServed(services, uri)),
    registerQuickFixes(provider),
  );
}

/** The quick fixes for the findings of a rule, the best first. */
const ACTIONS: Partial<Record<RuleId, (document: TextDocument, finding: Finding) => CodeAction[]>> = {
  'review-overdue': ({ uri }) => [
    commandFix('Reaffirm…', 'purpose.reaffirm', uri),
    commandFix('Note how it fits…', 'purpose.noteFit', uri),
  ],
  'broken-link': ({ uri }, finding) => {
    const remove = new CodeAction('Remove this line', CodeActionKind.QuickFix);
    remove.edit = new WorkspaceEdit();
    remove.edit.delete(uri, linesOf(finding));
    return [commandFix('Choose the purpose that it serves…', CHOOSE_SERVED, uri.toString()), remove];
  },
};

function actionsFor(document: TextDocument, finding: Finding): CodeAction[] {
  const actions = ACTIONS[finding.rule]?.(document, finding) ?? [];
  const [first] = actions;
  if (first) first.isPreferred = true;
  for (const action of actions) action.diagnostics = [toDiagnostic(finding, document.uri)];
  return actions;
}

/** The whole lines of a finding, including the last line ending. */
function linesOf(finding: Finding): Range {
  return new Range(finding.start.line - 1, 0, finding.end.line, 0);
}

async function chooseServed({ lint, purposeFiles }: Services, uri: string): Promise<void> {
  const document = openDocumentOf(uri);
  if (!document) return;
  const others = (await purposeFiles.list()).filter((other) => other.toString() !== uri);
  if (others.length === 0) {
    sayNotDone(
      'There is no other purpose file in this workspace: remove the line, or write the wider purpose.',
    );
    return;
  }
  const picked = await window.showQuickPick(
    others.map((other) => ({ label: workspace.asRelativePath(other), other })),
    {
      title: 'Which purpose does this one serve?',
      placeHolder: 'The wider purpose that this one is part of',
    },
  );
  if (!picked) return;
  const place = (await lint.current(document))?.result.document.frontMatter.places.get('serves');
  if (!place) {
    sayNotDone('The text has changed since: point at the place again.');
    return;
  }
  const path = relative(dirname(pathOf(Uri.parse(uri))), pathOf(picked.other));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, toRange(place), /^[\w./-]+$/.test(path) ? path : JSON.stringify(path));
  await workspace.applyEdit(edit);
}
