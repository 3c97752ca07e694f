import type { Nodes, Paragraph } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block } from '../../statement/markdown';
import type { Span } from '../../statement/position';
import { type Prose, ProseMap } from '../../statement/prose';
import { toProse } from '../../statement/prose-builder';
import { readable } from '../../statement/readable';
import { openBlanks } from '../../text/open-blanks';
import type { Draft } from '../finding';
import { ACCEPT } from '../options';
import { defineRule } from '../rule';
import { isMention } from './placeholder-mention';

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
  const add = (span: Span, written: string, blank?: string): void => {
    if (accepted.has(written.toLowerCase())) return;
    drafts.push({
      ...span,
      message: blank ? `The blank “${blank}” is still open.` : `“${written}” is still to be filled in.`,
      question: blank?.endsWith('?') ? blank : 'What belongs here?',
      note: 'A reader cannot tell an open blank from a mistake. Fill it in, or take the sentence out until you know.',
    });
  };
  visit(tree, (node) => {
    if (node.type === 'html')
      for (const span of tagBlanks(node, doc)) add(span, doc.slice(span.start, span.end));
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const prose = toProse((node as Paragraph).children, doc);
    const map = new ProseMap(prose);
    const apart = apartIn(node as Paragraph);
    for (const { start: from, end: to, name: blank } of blanksOf(prose)) {
      const written = prose.text.slice(from, to);
      const span = { start: map.start(from), end: map.end(to) };
      const isWord = /^\p{L}+$/u.test(written);
      if (apart.some(({ start, end, link }) => start < span.end && end > span.start && (isWord || !link)))
        continue;
      // The prose has no tags: `{{<toc>}}` is `{{}}` there.
      if (blank === '' && /<.*>/.test(doc.slice(span.start, span.end))) continue;
      add(span, written, blank);
    }
  });
  return drafts;
}

/** Markdown takes `<your team>` for a tag, and GitHub shows nothing there. */
const TAG_BLANK = /<(?:your|insert|our|the|name of)\s[^\][<>=\n\r]{1,60}>/gi;

/** Elements that show code, open at the end of a text or anywhere in a block of HTML. */
const CODE_BEFORE = /<(?:code|kbd|samp|pre)(?:\s[^<>]*)?>[^<>]*$/i;
const CODE_WITHIN = /<(?:code|kbd|samp|pre|script|style|template|textarea)[\s>]/i;

function tagBlanks({ position }: Nodes, doc: string): Span[] {
  const start = position?.start.offset ?? 0;
  const source = doc.slice(start, position?.end.offset ?? start);
  if (CODE_WITHIN.test(source) || CODE_BEFORE.test(doc.slice(Math.max(0, start - 200), start))) return [];
  // Readers do not see comments.
  const shown = source.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  return [...shown.matchAll(TAG_BLANK)].map(({ 0: tag, index }) => ({
    start: start + index,
    end: start + index + tag.length,
  }));
}

/** The blanks of a text in order: `{{who}}`, and the handwritten ones outside braces. */
function blanksOf({ text, sources }: Prose): (Span & { readonly name?: string })[] {
  const outside = text.replace(/\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}/g, (braces) => ' '.repeat(braces.length));
  const handwritten = [...outside.matchAll(HANDWRITTEN)].flatMap(({ 0: written, index }) => {
    const span = { start: index, end: index + written.length };
    if (written.startsWith('[') && (isQuoted(text, index) || text[index - 1] === '[')) return [];
    if (!/^\p{L}+$/u.test(written)) return [span];
    // In an address the word is a name.
    const inSource = sources.some(({ start, end }) => start <= span.start && end >= span.end);
    return inSource || isMention(text, span) ? [] : [span];
  });
  return [...openBlanks(text), ...handwritten].sort((one, other) => one.start - other.start);
}

/** In a quotation, brackets contain the quoter's additions: “what [people] do without a car”. */
function isQuoted(text: string, index: number): boolean {
  const before = text.slice(0, index);
  if (before.lastIndexOf('“') > before.lastIndexOf('”')) return true;
  return (before.split('"').length - 1) % 2 === 1;
}

/** Inline code mentions a blank rather than leaving one open; a word that is all of a link is the name of its target. */
function apartIn(node: Paragraph): (Span & { readonly link: boolean })[] {
  const spans: (Span & { readonly link: boolean })[] = [];
  visit(node, ['inlineCode', 'link', 'linkReference'], (inner: Nodes) => {
    const { start, end } = inner.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const link = inner.type !== 'inlineCode';
    if (!link || /^\p{L}+$/u.test(readable(inner)))
      spans.push({ start: start.offset, end: end.offset, link });
  });
  return spans;
}
