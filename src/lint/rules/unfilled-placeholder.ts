import type { Paragraph } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block } from '../../statement/markdown';
import type { Span } from '../../statement/position';
import { ProseMap } from '../../statement/prose';
import { toProse } from '../../statement/prose-builder';
import { openBlanks } from '../../text/open-blanks';
import type { Draft } from '../finding';
import { ACCEPT } from '../options';
import { defineRule } from '../rule';

/** Contents of square brackets that are blanks: "[who]", "[team name]", "[problem you solve]". */
const ASKED =
  'who|whom|what|which|why|how|where|when|names?|teams?|groups?|company|organi[sz]ation|community|project|products?|' +
  'services?|audience|beneficiar(?:y|ies)|customers?|users?|people|person|role|verb|noun|adjective|action|activity|goal|' +
  'outcome|result|change|benefit|problem|need|reason|place|city|town|date|year|number|target|thing|blank';

/**
 * Common handwritten forms of a blank, besides those of our templates. Links, footnotes and checkboxes are not part of
 * the prose; "[who]: …" and "[who](…)" without a target are not marked either.
 */
const HANDWRITTEN = new RegExp(
  [
    /(?<![\w_])_{3,}(?![\w_])/,
    /\b(?:TODO|TBD|FIXME|XXX)\b/,
    /\blorem ipsum\b/,
    /[[<](?:your|insert|our|the|name of)\s[^\][<>\n]{1,60}[\]>](?![([:])/,
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
    for (const { start: from, end: to, name: blank } of blanksOf(prose.text)) {
      const written = prose.text.slice(from, to);
      const span = { start: map.start(from), end: map.end(to) };
      if (code.some(({ start, end }) => start < span.end && end > span.start)) continue;
      if (accepted.has(written.toLowerCase())) continue;
      // The prose has no tags: `{{<toc>}}` is `{{}}` there.
      if (blank === '' && /<.*>/.test(doc.slice(span.start, span.end))) continue;
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

/** The blanks of a text in order: `{{who}}`, and the handwritten ones outside braces. */
function blanksOf(text: string): (Span & { readonly name?: string })[] {
  const outside = text.replace(/\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}/g, (braces) => ' '.repeat(braces.length));
  const handwritten = [...outside.matchAll(HANDWRITTEN)].flatMap(({ 0: written, index }) => {
    const span = { start: index, end: index + written.length };
    if (written.startsWith('[') && (isQuoted(text, index) || text[index - 1] === '[')) return [];
    return /^\p{L}+$/u.test(written) && isMentioned(text, span) ? [] : [span];
  });
  return [...openBlanks(text), ...handwritten].sort((one, other) => one.start - other.start);
}

/**
 * Whether the text mentions TODO, TBD, FIXME or XXX instead of marking a gap with it: in a name ("the TODO Group"),
 * as a noun ("our TODO list"), as an abbreviation that the words before it explain, or in small letters, where *todo*
 * is an English noun and a Spanish and Portuguese pronoun.
 */
function isMentioned(text: string, { start, end }: Span): boolean {
  const [before, mark, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  if (/^(?:\([^()]*\))?:/.test(after) && /(?:^|[.!?…([|])\s*$/u.test(before)) return false;
  if (mark === mark.toLowerCase() && /todo|xxx/.test(mark)) return true;
  if (/\p{L}[ \t]+$/u.test(before) && /^[ \t]+\p{Lu}\p{Ll}/u.test(after)) return true;
  if (/\b(?:an?|the|this|that|these|those|our|your|my|their|its|his|her|each|every|no|any)\s+$/i.test(before))
    return true;
  if (
    /^[-_.]\p{L}|^(?:\s+|-)(?:lists?|files?|items?|comments?|markers?|tags?|apps?|boards?|group|notes?)\b/iu.test(
      after,
    )
  )
    return true;
  if (/\p{Lu}{2}\s+$/u.test(before) && /^\s+\p{Lu}{2}/u.test(after)) return true;
  const initials = [...before.matchAll(/(?<![\p{L}\p{N}])\p{L}/gu)].slice(-mark.length).join('');
  return initials.toUpperCase() === mark;
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
