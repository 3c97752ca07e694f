import type { Paragraph, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { LineMap, type Span } from '../../statement/position';
import { ProseMap, toProse } from '../../statement/prose';
import { ruleUrl } from '../rule-url';

/** A blank as our templates write it, and the ways in which people mark one by hand. */
const BLANK =
  /\{\{[^{}\n]*\}\}|(?<![\w_])_{3,}(?![\w_])|\b(?:TODO|TBD|FIXME|XXX)\b|\blorem ipsum\b|[[<](?:your|insert|our|the|name of)\s[^\][<>\n]{1,60}[\]>]/gi;

/** Finds blanks of a template that nobody has filled in yet. */
export const remarkUnfilledPlaceholder: Plugin<[], Root> = () => (tree, file) => {
  const doc = String(file);
  const lines = new LineMap(doc);
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const prose = toProse((node as Paragraph).children, doc);
    const map = new ProseMap(prose);
    const code = codeIn(node as Paragraph);
    for (const match of prose.text.matchAll(BLANK)) {
      const span = { start: map.start(match.index), end: map.end(match.index + match[0].length) };
      if (code.some(({ start, end }) => start < span.end && end > span.start)) continue;
      const blank = /^\{\{(.*)\}\}$/.exec(match[0])?.[1]?.trim();
      const message = file.message(
        blank ? `The blank “${blank}” is still open.` : `“${match[0]}” is still to be filled in.`,
        {
          place: lines.range(span),
          ruleId: 'unfilled-placeholder',
          source: 'purpose',
        },
      );
      message.url = ruleUrl('unfilled-placeholder');
      message.actual = match[0];
      message.expected = [];
      message.question = blank?.endsWith('?') ? blank : 'What belongs here?';
      message.note =
        'A reader cannot tell an open blank from a slip. Fill it in, or take the sentence out until you know.';
    }
  });
};

/** What is written as code speaks of a blank; it leaves none open. */
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
