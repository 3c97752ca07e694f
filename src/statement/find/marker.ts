import type { PlacedBlock } from '../block-record';
import { isText, type TextPart } from '../text-part';

/** The marker that the writer puts above the statement. */
export const STATEMENT_MARKER = 'purpose:statement';

/** The text below the writer's marker, with its block. */
export function belowMarker(
  blocks: readonly PlacedBlock[],
): { readonly placed: PlacedBlock; readonly part: TextPart } | undefined {
  for (const [index, placed] of blocks.entries()) {
    if (!placed.text.includes(STATEMENT_MARKER)) continue;
    const marker = placed.block.comments.find(({ text }) => text.trim() === STATEMENT_MARKER);
    if (!marker) continue;
    for (const after of blocks.slice(index)) {
      const part = after.block.parts.find(
        (one): one is TextPart => isText(one) && (after !== placed || one.span.end > marker.span.end),
      );
      if (part)
        return {
          placed: after,
          part: markedPart(part, after === placed ? marker.span.end : 0),
        };
    }
  }
  return undefined;
}

/** In a list, the item after the marker. */
function markedPart(part: TextPart, after: number): TextPart {
  if (!part.items || after <= part.span.start) return part;
  return firstTexts(part).find(({ span }) => span.end > after) ?? part;
}

/** The first text of each item of a list: a marker before it is inside the item. */
export function firstTexts({ items = [] }: TextPart): readonly TextPart[] {
  return items.flatMap(({ head, rest: [next] }) => (head ? [head] : next && isText(next) ? [next] : []));
}
