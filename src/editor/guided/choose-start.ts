import { type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
import { AUDIENCES, type Audience } from '../../templates/built-in';
import type { LoadedTemplates } from '../../templates/load-templates';
import type { Template } from '../../templates/template';
import { askPick } from '../flow/quick-input';
import { itemOf, showProblem, type TemplateItem, templateItems } from '../templates/pick-template';
import type { Draft, Drafts } from './drafts';

/** The chosen starting point. */
export type Start =
  | { readonly kind: 'template'; readonly template: Template }
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'rediscover' };

interface StartItem extends TemplateItem {
  readonly draft?: Draft;
  readonly action?: 'rediscover' | 'help';
}

const THROW_AWAY: QuickInputButton = { iconPath: new ThemeIcon('trash'), tooltip: 'Throw this draft away' };

/**
 * Asks what to start from: a draft, the active purpose, or a template, optionally by audience.
 * @param inFront the name of the purpose file in the active editor
 */
export async function chooseStart(
  loaded: LoadedTemplates,
  drafts: Drafts,
  inFront: string | undefined,
): Promise<Start | undefined> {
  const items = (): StartItem[] => [
    ...drafts.list().map(draftItem),
    ...(inFront ? [rediscoverItem(inFront)] : []),
    helpItem(),
    { label: 'Templates', kind: QuickPickItemKind.Separator },
    ...templateItems(loaded),
  ];
  for (;;) {
    const picked = await askPick<StartItem>({
      title: 'Find your purpose: what do you begin with?',
      placeholder: 'A template asks its questions one at a time. None is the right one; each is a start.',
      items: items(),
      onItemButton: async ({ draft }) => {
        if (draft) await drafts.remove(draft.id);
        return items();
      },
    });
    if (picked?.kind !== 'value') return undefined;
    const { template, draft, problem, action } = picked.value;
    if (problem) {
      await showProblem(problem);
      return undefined;
    }
    if (draft) return { kind: 'draft', draft };
    if (template) return { kind: 'template', template };
    if (action === 'rediscover') return { kind: 'rediscover' };
    const chosen = await helpToChoose(loaded);
    if (chosen === 'left') return undefined;
    if (chosen !== 'back') return { kind: 'template', template: chosen };
  }
}

async function helpToChoose({ templates }: LoadedTemplates): Promise<Template | 'back' | 'left'> {
  for (;;) {
    const items = AUDIENCES.map((audience): QuickPickItem & Audience => audience);
    const whom = await askPick({
      title: 'Who is the purpose for?',
      step: 1,
      totalSteps: 2,
      placeholder: 'The people who will say “we” or “I” in it',
      items,
      canGoBack: true,
    });
    if (!whom) return 'left';
    if (whom.kind !== 'value') return 'back';
    const { ids } = whom.value;
    const fitting = ids.flatMap((id) => templates.find((template) => template.id === id) ?? []);
    const picked = await askPick({
      title: `${whom.value.label}: which one is nearest?`,
      step: 2,
      totalSteps: 2,
      items: fitting.map(itemOf),
      canGoBack: true,
    });
    if (!picked) return 'left';
    if (picked.kind === 'value' && picked.value.template) return picked.value.template;
  }
}

function draftItem(draft: Draft): StartItem {
  const { kind, title, answered, of, time } = draft;
  const day = new Date(time).toLocaleDateString(undefined, { dateStyle: 'medium' });
  return {
    label: `$(edit) Go on with your draft: ${title}`,
    description: `${answered} of ${of} answered · ${day}`,
    detail: kind === 'guided' ? 'What you wrote is still there.' : 'You were looking at this purpose again.',
    buttons: [THROW_AWAY],
    draft,
  };
}

function rediscoverItem(name: string): StartItem {
  return {
    label: `$(history) Rediscover “${name}”`,
    detail: 'Walk through what it says now: what still fits, what pinches, how would you say it today?',
    action: 'rediscover',
  };
}

function helpItem(): StartItem {
  return {
    label: '$(question) Help me choose…',
    detail: 'Say who it is for, and we suggest two or three templates.',
    action: 'help',
  };
}
