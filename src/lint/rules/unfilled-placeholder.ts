import type { Paragraph } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block } from '../../statement/markdown';
import type { Span } from '../../statement/position';
import { ProseMap, toProse } from '../../statement/prose';
import type { Draft } from '../finding';
import { ACCEPT } from '../options';
import { defineRule } from '../rule';

/** Contents of square brackets that are blanks: "[who]", "[team name]", "[problem you solve]". */
const ASKED =
  'who|whom|what|which|why|how|where|when|names?|teams?|groups?|company|organi[sz]ation|community|project|products?|' +
  'services?|audience|beneficiar(?:y|ies)|customers?|users?|people|person|role|verb|noun|adjective|action|activity|goal|' +
  'outcome|result|change|benefit|problem|need|reason|place|city|town|date|year|number|target|thing|blank';

/**
 * A blank as in our templates, and common handwritten forms. Links, footnotes and checkboxes are not part of the prose;
 * "[who]: …" and "[who](…)" without a target are not marked either.
 */
const BLANK = new RegExp(
  [
    /\{\{[^{}\n]*\}\}/,
    /(?<![\w_])_{3,}(?![\w_])/,
    /\b(?:TODO|TBD|FIXME|XXX)\b/,
    /\blorem ipsum\b/,
    /[[<](?:your|insert|our|the|name of)\s[^\][<>\n]{1,60}[\]>]/,
    new RegExp(`\\[(?:${ASKED})(?:[ /][^\\][<>\\n]{1,60})?\\??\\](?![(\\[:])`),
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** A character or word that every blank contains, or else markup that may hide one. */
const MAY_HOLD = /[{_[<\\&*]|todo|tbd|fixme|xxx|lorem/i;

/** Finds open blanks of a template. */
export const unfilledPlaceholder = defineRule({
  id: 'unfilled-placeholder',
  title: 'Unfilled placeholder',
  summary: 'a blank that a template left open: `{{who}}`, TBD, ____',
  level: 'warning',
  scope: 'block',
  traits: { related: 'same-blank' },
  options: ACCEPT,
  check({ accept }) {
    const accepted = new Set(accept.map((word) => word.toLowerCase()));
    return (block) => blanksIn(block, accepted);
  },
});

function blanksIn({ text: doc, tree }: Block, accepted: ReadonlySet<string>): readonly Draft[] {
  if (!MAY_HOLD.test(doc)) return [];
  const drafts: Draft[] = [];
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const prose = toProse((node as Paragraph).children, doc);
    const map = new ProseMap(prose);
    const code = codeIn(node as Paragraph);
    for (const { 0: written, index } of prose.text.matchAll(BLANK)) {
      const span = { start: map.start(index), end: map.end(index + written.length) };
      if (code.some(({ start, end }) => start < span.end && end > span.start)) continue;
      if (written.startsWith('[') && (isQuoted(prose.text, index) || prose.text[index - 1] === '[')) continue;
      if (accepted.has(written.toLowerCase()) || isName(prose.text, index, written)) continue;
      const blank = /^\{\{(.*)\}\}$/.exec(written)?.[1]?.trim();
      drafts.push({
        ...span,
        message: blank ? `The blank “${blank}” is still open.` : `“${written}” is still to be filled in.`,
        question: blank?.endsWith('?') ? blank : 'What belongs here?',
        note: 'A reader cannot tell an open blank from a mistake. Fill it in, or take the sentence out until you know.',
      });
    }
  });
  return drafts;
}

/** "The TODO Group": between other words and next to a capitalised one, it is part of a name. */
function isName(text: string, index: number, written: string): boolean {
  if (!/^\p{Lu}+$/u.test(written)) return false;
  return (
    /\p{L}[ \t]+$/u.test(text.slice(0, index)) &&
    /^[ \t]+\p{Lu}\p{Ll}/u.test(text.slice(index + written.length))
  );
}

/** In a quotation, brackets contain the quoter's additions: “what [people] do without a car”. */
function isQuoted(text: string, index: number): boolean {
  const before = text.slice(0, index);
  if (before.lastIndexOf('“') > before.lastIndexOf('”')) return true;
  return (before.split('"').length - 1) % 2 === 1;
}

/** Inline code mentions a blank rather than leaving one open. */
function codeIn(node: Paragraph): Span[] {
  const spans: Span[] = [];
  visit(node, 'inlineCode', ({ position }) => {
    const { start, end } = position ?? {};
    if (start?.offset !== undefined && end?.offset !== undefined) {
      spans.push({ start: start.offset, end: end.offset });
    }
  });
  return spans;
}
