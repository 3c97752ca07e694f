import type { QuickPickItem } from 'vscode';
import { fold } from '../../text/fold';
import { askPick } from '../flow/quick-input';
import type { PurposeFacts } from './purpose-facts';
import { isDue, type PurposeNode } from './purpose-item';

/** A filter of purposes: a label and a predicate. */
export interface Filter {
  readonly words: string;
  readonly accepts: (facts: PurposeFacts) => boolean;
}

/** Keeps the purposes that a filter accepts, and their ancestors, which show what they serve. */
export function filtered(nodes: readonly PurposeNode[], { accepts }: Filter): PurposeNode[] {
  return nodes.flatMap((node) => {
    const servedBy = filtered(node.servedBy, { words: '', accepts });
    return servedBy.length > 0 || accepts(node.file) ? [{ ...node, servedBy }] : [];
  });
}

type FilterItem = QuickPickItem & { readonly filter: Filter };

/** Asks for a filter: typed words, an existing kind or status, or what is due. */
export async function askFilter(all: readonly PurposeFacts[]): Promise<Filter | undefined> {
  const values = (of: (facts: PurposeFacts) => string | undefined): string[] =>
    [...new Set(all.flatMap((facts) => of(facts) ?? []))].sort();
  const items: FilterItem[] = [
    ...values(({ status }) => status).map((status) =>
      itemFor(`status ${status}`, (facts) => facts.status === status, all),
    ),
    ...values(({ kind }) => kind).map((kind) => itemFor(`kind ${kind}`, (facts) => facts.kind === kind, all)),
    itemFor('review due', isDue, all),
  ];
  const picked = await askPick({
    title: 'Which purposes should be shown?',
    placeholder: 'Type words of a name, title or statement, or choose',
    items,
    typed: (text) => itemFor(`“${fold(text)}”`, holds(fold(text).toLowerCase()), all),
  });
  return picked?.kind === 'value' ? picked.value.filter : undefined;
}

function holds(words: string): Filter['accepts'] {
  return ({ name, title, statement }) => fold(`${name} ${title} ${statement}`).toLowerCase().includes(words);
}

function itemFor(words: string, accepts: Filter['accepts'], all: readonly PurposeFacts[]): FilterItem {
  return { label: words, description: String(all.filter(accepts).length), filter: { words, accepts } };
}
