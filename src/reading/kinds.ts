import type { RuleId } from '../lint/rules';

/** The message for a marked span of each kind, and the default question. */
const KINDS = {
  'vague-quantity': { says: 'leaves the number open', asks: 'How many, or which ones?' },
  'vague-degree': { says: 'is praise without a yardstick', asks: 'What would someone see that shows it?' },
  buzzword: { says: 'sounds good and says little', asks: 'What do you mean by it here?' },
  hedge: { says: 'promises to try', asks: 'Do you do it? Then say so. If not yet, by when?' },
  generality: { says: 'could be anyone or anything', asks: 'Which ones?' },
  absolute: { says: 'knows no bounds', asks: 'Who is it for first? Where does it end?' },
} as const satisfies Partial<Record<RuleId, { says: string; asks: string }>>;

/** The kinds of vague wording: the ids of the linter's rules, so that users need only one vocabulary. */
export type Kind = keyof typeof KINDS;

export const KIND_IDS = Object.keys(KINDS) as readonly Kind[];

/** The message for a span of a kind, without a full stop. */
export function messageOf(kind: Kind, text: string): string {
  return `“${text.replace(/\s+/g, ' ')}” ${KINDS[kind].says}`;
}

/** The question of a kind, for an answer without one. */
export function questionOf(kind: Kind): string {
  return KINDS[kind].asks;
}

/**
 * The kind that a model clearly means: `Quantity`, `vague_quantity` and `reading/vague-quantity` are `vague-quantity`.
 */
export function kindNamed(name: string): Kind | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^reading\//, '')
    .replace(/[\s_]+/g, '-');
  return KIND_IDS.find((kind) => kind === plain || kind === `vague-${plain}` || `${kind}s` === plain);
}
