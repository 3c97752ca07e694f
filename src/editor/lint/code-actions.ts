import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  type Disposable,
  languages,
  type Range,
  type TextDocument,
  workspace,
} from 'vscode';
import { within } from '../../async/time-limit';
import type { Finding } from '../../lint/finding';
import { blankFor, type Fix, fixesFor, narrowestFirst, safeEdits } from '../../lint/fixes';
import type { LintResult } from '../../lint/lint-result';
import type { Traits } from '../../lint/rule';
import { ruleOf } from '../../lint/rules';
import { shortened } from '../../text/shortened';
import { forPurposeFiles } from '../adopted-files';
import { findingsIn, markRange, ruleIn } from '../purpose-documents';
import { commandFix } from '../quick-fixes';
import type { Services } from '../services';
import { toWorkspaceEdit } from '../text-edits';
import { FINDING_COMMANDS, referTo } from './finding-commands';
import type { LintService } from './lint-service';

/** The groups of actions, in display order; `purpose.codeActions.groups` selects some. */
const GROUPS = ['replace', 'remove', 'blank', 'fixAll', 'accept', 'ignore', 'turnOff', 'page'] as const;
type Group = (typeof GROUPS)[number];

const FIX_ALL = CodeActionKind.SourceFixAll.append('purpose');
/** The longest that saving may wait for a new result, in milliseconds; otherwise the fixes wait for the next save. */
const SAVING = 250;

/** Code actions on findings, and the safe fixes on save. */
export function registerCodeActions({ lint }: Services): Disposable {
  const provider = new FindingActions(lint);
  const kinds = { providedCodeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] };
  return forPurposeFiles((selector) => languages.registerCodeActionsProvider(selector, provider, kinds));
}

class FindingActions implements CodeActionProvider {
  constructor(readonly lint: LintService) {}

  async provideCodeActions(
    document: TextDocument,
    range: Range,
    { only, diagnostics }: CodeActionContext,
  ): Promise<CodeAction[]> {
    const actions: CodeAction[] = [];
    if (only && (only.contains(FIX_ALL) || FIX_ALL.contains(only)))
      actions.push(...(await this.#onSaving(document)));
    if (only && !only.intersects(CodeActionKind.QuickFix)) return actions;
    const result = (await this.lint.current(document))?.result;
    if (!result) return actions;
    const here = findingsIn(result, document, range).filter((finding) =>
      markRange(finding).intersection(range),
    );
    const wanted = new Set(
      workspace.getConfiguration('purpose', document.uri).get<readonly Group[]>('codeActions.groups', GROUPS),
    );
    const offers = narrowestFirst(here).map((finding) => ({
      offer: new Offer(document, result, finding),
      diagnostic: diagnostics.find(
        (one) => ruleIn(one) === finding.rule && one.range.isEqual(markRange(finding)),
      ),
    }));
    for (const group of GROUPS.filter((one) => wanted.has(one))) {
      for (const { offer, diagnostic } of offers) actions.push(...mark(offer[group](), diagnostic));
    }
    return actions;
  }

  async #onSaving(document: TextDocument): Promise<CodeAction[]> {
    const result = (await within(SAVING, this.lint.current(document)))?.result;
    const edits = result ? safeEdits(result.findings, result.document.text) : [];
    if (edits.length === 0) return [];
    const action = new CodeAction('Fix what is safe to fix', FIX_ALL);
    action.edit = toWorkspaceEdit(document, edits);
    return [action];
  }
}

function mark(actions: CodeAction[], diagnostic: Diagnostic | undefined): CodeAction[] {
  if (diagnostic) for (const action of actions) action.diagnostics = [diagnostic];
  return actions;
}

/** The actions for one finding, by group. */
class Offer implements Record<Group, () => CodeAction[]> {
  readonly #fixes: readonly Fix[];
  readonly #traits: Traits;

  constructor(
    readonly document: TextDocument,
    readonly result: LintResult,
    readonly finding: Finding,
  ) {
    this.#fixes = fixesFor(finding, result.document.text);
    this.#traits = ruleOf(finding.rule).traits;
  }

  replace(): CodeAction[] {
    return this.#fixes
      .filter(({ kind }) => kind === 'replace')
      .map((fix) => this.#edit(`Replace with “${fix.text}”`, fix.edits, this.#fixes.length === 1));
  }

  remove(): CodeAction[] {
    return this.#fixes
      .filter(({ kind }) => kind === 'remove')
      .map((fix) => this.#edit(`Remove “${shown(this.finding.text)}”`, fix.edits));
  }

  blank(): CodeAction[] {
    if (this.#fixes.length > 0) return [];
    const blank = blankFor(this.finding, this.result.document.text, this.result);
    return blank ? [this.#edit(`Leave a blank: ${shown(blank.text)}`, blank.edits)] : [];
  }

  fixAll(): CodeAction[] {
    const { text } = this.result.document;
    const alike = this.result.findings.filter(({ rule }) => rule === this.finding.rule);
    if (!this.finding.safe || alike.filter(({ safe }) => safe).length < 2) return [];
    return [this.#edit(`Fix all of ${this.finding.rule} that are safe to fix`, safeEdits(alike, text))];
  }

  accept(): CodeAction[] {
    const word = this.finding.text.replace(/\s+/g, ' ').toLowerCase();
    if (!this.#traits.counts) return [];
    const wish = { accept: word };
    const uri = this.document.uri.toString();
    return this.#scopes().map(([scope, where]) =>
      commandFix(`Accept “${shown(word)}” ${where}`, FINDING_COMMANDS.settings, uri, wish, scope),
    );
  }

  ignore(): CodeAction[] {
    // A comment cannot come before front matter, and one cannot silence the finding about a wrong comment.
    const inHead = this.finding.start.offset < this.result.document.head.length;
    if (inHead || this.#traits.unsilenced) return [];
    const title = `Ignore ${this.finding.rule} here…`;
    return [commandFix(title, FINDING_COMMANDS.ignore, referTo(this.document, this.finding))];
  }

  turnOff(): CodeAction[] {
    const wish = { turnOff: this.finding.rule };
    const uri = this.document.uri.toString();
    return this.#scopes()
      .filter(([scope]) => scope === 'workspace' || (scope === 'file' && !this.#traits.setElsewhere))
      .map(([scope, where]) =>
        commandFix(`Turn ${this.finding.rule} off ${where}`, FINDING_COMMANDS.settings, uri, wish, scope),
      );
  }

  page(): CodeAction[] {
    return [commandFix(`Open the page of ${this.finding.rule}`, FINDING_COMMANDS.page, this.finding.rule)];
  }

  #scopes(): (readonly [string, string])[] {
    const inFolder = workspace.getWorkspaceFolder(this.document.uri) !== undefined;
    return [
      ['file', 'in this file'],
      ...(inFolder ? [['workspace', 'in the workspace'] as const] : []),
      ['user', 'for me, everywhere'],
    ];
  }

  #edit(title: string, edits: Fix['edits'], preferred = false): CodeAction {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.edit = toWorkspaceEdit(this.document, edits);
    action.isPreferred = preferred;
    return action;
  }
}

/** A word for a title, shortened if it is long. */
function shown(text: string): string {
  return shortened(text.replace(/\s+/g, ' '), 41);
}
