import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { rangeIn } from '../../statement/block-record';
import type { Block } from '../../statement/markdown';
import type { PlacedDirective } from '../directives';
import type { Draft, PlacedDraft } from '../finding';
import type { DirectiveReading } from '../read-directive';
import { defineRule, type RuleContext } from '../rule';

const NOTE =
  'Write `<!-- purpose ignore RULE: reason -->` for the next block, or `disable RULE` and `enable RULE` around a stretch; without a rule all of them are meant.';

/** Finds invalid comments that resemble a directive of the linter. */
export const suppression = defineRule({
  id: 'suppression',
  title: 'Suppression',
  summary: 'a `<!-- purpose … -->` comment with a mistake',
  level: 'warning',
  scope: 'block',
  traits: { unsilenced: true },
  check:
    (_options, { readDirective }) =>
    (block) => [
      ...block.comments.flatMap(({ text, span }) => {
        const read = readDirective(text);
        return read && 'problem' in read ? [{ ...span, message: read.problem, note: NOTE }] : [];
      }),
      ...openComments(block, readDirective),
    ],
});

/** A comment without an end, up to the end of its line, also with the dash that a word processor makes of two. */
const OPEN_COMMENT = /(?<!\\)<!(?:-{1,3}|[–—]{1,2})[ \t]*(purpose\b[^\r\n>]*)/gi;

/** The comments for Purpose that have no end: GitHub shows them as text, or hides the rest of the file. */
function* openComments({ text, tree }: Block, readDirective: RuleContext['readDirective']): Generator<Draft> {
  if (!/<![-–—]/.test(text)) return;
  const found: Draft[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type !== 'text' && node.type !== 'html') return;
    const start = node.position?.start.offset ?? 0;
    const source = text.slice(start, node.position?.end.offset ?? start);
    const rest = source.lastIndexOf('-->') + 1;
    for (const { 0: all, 1: words = '', index } of source.matchAll(OPEN_COMMENT)) {
      const written = words.replace(/[\s\-–—!]+$/, '');
      if (index < rest || !isForPurpose(readDirective(written), written)) continue;
      const from = start + index;
      found.push({
        start: from,
        end: from + all.trimEnd().length,
        message: 'This comment has no effect, because it does not end: write `-->` after it.',
        note: NOTE,
      });
    }
  });
  yield* found;
}

function isForPurpose(read: DirectiveReading, written: string): boolean {
  return read !== undefined || /^purpose:(?:statement|begin|end)\b/.test(written);
}

/** The finding about a directive that does nothing. */
export function idleDraft({ verb, rules, comment }: PlacedDirective): PlacedDraft {
  const names = rules?.map((rule) => `\`${rule}\``).join(', ');
  return {
    ...rangeIn(comment.placed, comment),
    message:
      verb === 'enable'
        ? `This comment has no effect: no comment above it disables ${names ?? 'a rule'}.`
        : 'This comment has no effect, because nothing follows it: write it above the text that it is for.',
    note: NOTE,
  };
}
