import { type QuickPickItem, QuickPickItemKind, Range, type Uri, window } from 'vscode';
import { basename } from '../../files/paths';
import type { LoadedTemplates } from '../../templates/load-templates';
import { BUILT_IN, type Template, type TemplateProblem } from '../../templates/template';
import { uriOf } from '../vscode-files';

export interface TemplateItem extends QuickPickItem {
  readonly template?: Template;
  /** A problem in a template file, for its author; choosing the item opens it. */
  readonly problem?: TemplateProblem;
}

/** The templates as a list: the user's first, then the built-in ones, then problems in the user's. */
export function templateItems({ templates, problems }: LoadedTemplates): TemplateItem[] {
  const own = templates.filter(({ origin }) => origin !== BUILT_IN);
  const builtIn = templates.filter(({ origin }) => origin === BUILT_IN);
  return [
    ...under('Your own', own.map(itemOf)),
    ...under(own.length > 0 ? 'Come with Purpose' : '', builtIn.map(itemOf)),
    ...under('To look at in your own templates', problems.map(problemItem)),
  ];
}

function under(label: string, items: readonly TemplateItem[]): TemplateItem[] {
  const separator = { label, kind: QuickPickItemKind.Separator };
  return items.length > 0 && label !== '' ? [separator, ...items] : [...items];
}

export function itemOf(template: Template): TemplateItem {
  const { title, audience, when, setting, origin } = template;
  const source = origin === BUILT_IN ? '' : basename(origin);
  return {
    label: title,
    description: [audience, source].filter((part) => part !== '').join(' · '),
    detail: [when, setting].filter((part) => part !== '').join(' · '),
    template,
  };
}

function problemItem(problem: TemplateProblem): TemplateItem {
  const { origin, line, message } = problem;
  return { label: `$(info) ${basename(origin)}, line ${line}`, detail: message, problem };
}

/** Opens the position of a problem. */
export async function showProblem({ origin, line }: TemplateProblem): Promise<void> {
  const uri = uriOf(origin) satisfies Uri;
  const at = new Range(line - 1, 0, line - 1, 0);
  await window.showTextDocument(uri, { selection: at });
}
