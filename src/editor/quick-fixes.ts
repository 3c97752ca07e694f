import { CodeAction, CodeActionKind, type CodeActionProvider, type Disposable, languages } from 'vscode';
import { forPurposeFiles } from './adopted-files';

/** The metadata of a provider that offers quick fixes only. */
export const QUICK_FIXES_ONLY = { providedCodeActionKinds: [CodeActionKind.QuickFix] };

/** Registers a provider of quick fixes for all purpose files. */
export function registerQuickFixes(provider: CodeActionProvider): Disposable {
  return forPurposeFiles((selector) =>
    languages.registerCodeActionsProvider(selector, provider, QUICK_FIXES_ONLY),
  );
}

/** A quick fix that runs a command. */
export function commandFix(title: string, command: string, ...args: unknown[]): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { title, command, arguments: args };
  return action;
}
