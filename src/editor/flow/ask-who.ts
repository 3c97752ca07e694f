import { type QuickPickItem, QuickPickItemKind } from 'vscode';
import { askPick, askText } from './quick-input';

interface Choice extends QuickPickItem {
  readonly name?: string;
}

/**
 * Asks for a person: one of the known names, or a typed one.
 * @param known names to choose from; the first one is preselected
 * @returns `undefined` if the user left
 */
export async function askWho(title: string, known: readonly string[]): Promise<string | undefined> {
  const names = distinctNames(known);
  if (names.length > 0) {
    const people = names.map((name): Choice => ({ label: name, name }));
    const other: Choice = { label: '$(person-add) Another person…' };
    const items = [...people, { label: '', kind: QuickPickItemKind.Separator }, other];
    const picked = await askPick<Choice>({ title, placeholder: 'Who speaks?', items });
    if (picked?.kind !== 'value') return undefined;
    if (picked.value.name !== undefined) return picked.value.name;
  }
  const step = await askText({
    title,
    prompt: 'The name, as the others know it.',
    placeholder: 'Ana',
    onType: (value) => (value.trim() === '' ? { problem: 'Please type a name.' } : undefined),
  });
  return step?.kind === 'value' ? step.value.trim() || undefined : undefined;
}

/** Names without spaces around them, each person once. */
export function distinctNames(names: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const folded = name.trim();
    if (folded !== '' && !found.has(folded.toLowerCase())) found.set(folded.toLowerCase(), folded);
  }
  return [...found.values()];
}
