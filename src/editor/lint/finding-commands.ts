import { commands, Disposable, type TextDocument, window } from 'vscode';
import type { Finding } from '../../lint/finding';
import { fixesFor } from '../../lint/fixes';
import { ignoreEdit } from '../../lint/insert-directive';
import type { RuleId } from '../../lint/rules';
import type { SettingsChange } from '../../lint/settings-edit';
import { openDocs } from '../docs-page';
import { sayNotDone } from '../messages';
import { openDocumentOf } from '../open-documents';
import type { Services } from '../services';
import { editOrSay } from '../text-edits';
import type { Linted } from './lint-service';
import { applySettingsChange, type Scope } from './settings-writer';

/** Identifies a finding: its position, and the version of its document. */
interface FindingReference {
  readonly uri: string;
  readonly rule: RuleId;
  readonly offset: number;
  readonly length: number;
}

/** The reference to a finding, as an argument of commands. */
export function referTo({ uri }: TextDocument, { rule, start, end }: Finding): FindingReference {
  return { uri: uri.toString(), rule, offset: start.offset, length: end.offset - start.offset };
}

/** The commands of actions and links on findings. They need a finding as argument, so they are in no menu. */
export const FINDING_COMMANDS = {
  fix: 'purpose.finding.fix',
  ignore: 'purpose.finding.ignore',
  settings: 'purpose.finding.settings',
  page: 'purpose.finding.page',
} as const;

export function registerFindingCommands({ context, lint, settings }: Services): Disposable {
  /** The finding in its current state; the user may have typed since the reference was made. */
  const find = async (reference: FindingReference): Promise<(Linted & { finding: Finding }) | undefined> => {
    const document = openDocumentOf(reference.uri);
    const linted = document && (await lint.current(document));
    const [start, end] = [reference.offset, reference.offset + reference.length];
    const finding = linted?.result
      .findingsAt({ start, end })
      .find((one) => one.rule === reference.rule && one.start.offset === start && one.end.offset === end);
    if (linted && finding) return { ...linted, finding };
    sayNotDone('The text has changed since: point at the place again.');
    return undefined;
  };

  const fix = async (reference: FindingReference, index: number): Promise<void> => {
    const found = await find(reference);
    if (!found) return;
    const chosen = fixesFor(found.finding, found.result.document.text)[index];
    if (chosen) await editOrSay(found.document, chosen.edits);
  };

  const ignore = async (reference: FindingReference, given?: string): Promise<void> => {
    const reason =
      given ??
      (await window.showInputBox({
        title: `Ignore ${reference.rule} here`,
        prompt: 'Why is it right? (optional)',
        placeHolder: 'we mean it',
      }));
    if (reason === undefined) return;
    const found = await find(reference);
    if (!found) return;
    const edit = ignoreEdit(found.result, found.finding, reason, (edits) => lint.relint(found.result, edits));
    if (!edit) {
      sayNotDone(`A comment would change the text here; turn ${reference.rule} off instead.`);
    } else await editOrSay(found.document, [edit]);
  };

  const change = async (uri: string, wish: SettingsChange, scope: Scope): Promise<void> => {
    const document = openDocumentOf(uri);
    if (document) await applySettingsChange(settings, document, wish, scope);
  };

  return Disposable.from(
    commands.registerCommand(FINDING_COMMANDS.fix, fix),
    commands.registerCommand(FINDING_COMMANDS.ignore, ignore),
    commands.registerCommand(FINDING_COMMANDS.settings, change),
    commands.registerCommand(FINDING_COMMANDS.page, (rule: string) =>
      openDocs(context.extensionUri, `rules/${rule}`),
    ),
  );
}
