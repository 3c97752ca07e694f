import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { blankFor, fixesFor, safeEdits } from '../../../src/lint/fixes';
import { LintSession } from '../../../src/lint/session';
import { parseMarkdown } from '../../../src/statement/markdown';
import { applyEdits, type TextEdit } from '../../../src/text/text-edit';

const session = new LintSession();

/** Definitions of the links below, and of words that may be in brackets. */
const DEFINITIONS =
  '\n\n[oar]: https://example.org\n[prior to]: x\n[prior]: x\n[excellent]: x\n[the]: x\n[^1]: Rye.\n';

/** The text after each fix that is offered. */
function offers(text: string): string[] {
  return session
    .lint(text)
    .findings.flatMap((finding) => fixesFor(finding, text).map(({ edits }) => applyEdits(text, edits)));
}

describe('fixes beside inline markup', () => {
  for (const words of [
    'Row to **the** the mill.',
    'Row to the *the* mill.',
    'Row to the <b>the</b> mill.',
    'Row to the [the](x.md) mill.',
    'Row to the “the” mill.',
    'We row *prior* to noon.',
    'We row prior [to][oar] noon.',
    'We row <i>prior</i> to noon.',
    'We row prior\\\\* to noon.',
    'We row prior&nbsp;to noon.',
    'We row prior[^1] to noon.',
    'We rest **due** to the fact that it rains.',
    'We *utili*ze a crane.',
    'We utili<b>ze</b> a crane.',
    'Our fire**men** row.',
    // In its own brackets, a word is an address as well.
    'We row [prior to] noon.',
    'We row [prior to][] noon.',
    'See [[prior to]], please.',
    // Grammar reads through emphasis, too.
    'We cook *really* excellent home-made soup.',
    'Rowers should **have the opportunity to** rest.',
    'We **mend,** where possible.',
    'Where possible, *we* mend boats.',
    'Where possible, “we” mend boats.',
    'Where possible, `we` mend boats.',
    'Excellent *fish* soup is sold here.',
    'We *do not* have the ability to lend oars.',
  ]) {
    it(`none for ${words}`, () => {
      const text = words + DEFINITIONS;
      assert.deepEqual(offers(text), []);
      assert.equal(applyEdits(text, safeEdits(session.lint(text).findings, text)), text);
    });
  }

  for (const [words, expected] of [
    ['We **utilize** a crane.', 'We **use** a crane.'],
    ['A **utilization** of cranes.', 'A **use** of cranes.'],
    ['*Prior to* noon, we row.', '*Before* noon, we row.'],
    ['We row [prior to][oar] noon.', 'We row [before][oar] noon.'],
    ['We row prior to[^1] noon.', 'We row before[^1] noon.'],
    ['Where possible, we *mend* boats.', 'We *mend* boats.'],
    ['**We strive to mend boats.**', '**We mend boats.**'],
    ['\uFEFFWe utilize a crane.', '\uFEFFWe use a crane.'],
    ['- Oars\n\n    We utilize a crane.', '- Oars\n\n    We use a crane.'],
  ] as const) {
    it(`within it: ${words.replaceAll('\n', '\\n')}`, () =>
      assert.deepEqual(offers(words + DEFINITIONS), [expected + DEFINITIONS]));
  }

  it('correct an article in emphasis, and leave a letter alone', () => {
    const put = (text: string, word: string, by: string) => {
      const [finding] = session.lint(text).findings.filter((one) => one.text === word);
      assert.ok(finding, text);
      return fixesFor({ ...finding, suggestions: [by] }, text).map(({ edits }) => applyEdits(text, edits));
    };
    assert.deepEqual(put('It is a **utilization** of oars.', 'utilization', 'employment'), [
      'It is an **employment** of oars.',
    ]);
    assert.deepEqual(put('# Crew A\nUtilization of oars.', 'Utilization', 'employment'), [
      '# Crew A\nEmployment of oars.',
    ]);
    assert.deepEqual(put('We sail by plan A utilization of oars.', 'utilization', 'employment'), [
      'We sail by plan A employment of oars.',
    ]);
  });

  it('and blanks leave its kinds and its nesting as they are, anywhere', () => {
    let count = 0;
    fc.assert(
      fc.property(marked, (words) => {
        const text = words + DEFINITIONS;
        const { findings } = session.lint(text);
        for (const finding of findings) {
          const blank = blankFor(finding, text);
          for (const { edits } of [...fixesFor(finding, text), ...(blank ? [blank] : [])]) {
            count += 1;
            assertWithin(edits, text);
            assert.deepEqual(skeleton(applyEdits(text, edits)), skeleton(text));
          }
        }
        const safe = safeEdits(findings, text);
        assertWithin(safe, text);
        assert.deepEqual(skeleton(applyEdits(text, safe)), skeleton(text));
      }),
      { numRuns: 200 },
    );
    assert.ok(count > 50, 'many fixes were tried');
  });
});

/** Sentences with something to fix, as words. */
const SENTENCES = [
  'Excellent fish soup is sold here prior to noon.',
  'We row to the the mill due to the fact that it rains.',
  'We cook excellent, fresh, and cheap food.',
  'Where possible, we mend boats, where possible, in order to fish.',
  'The crew strives to mend many boats and utilizes an excellent warm crane.',
  'We are committed to mending various boats for firemen.',
  'We serve a wide range of soups, cheap and excellent.',
];

/** What a writer may put around words, or around half a word. */
const MARKS: readonly (readonly [string, string])[] = [
  ['*', '*'],
  ['_', '_'],
  ['**', '**'],
  ['***', '***'],
  ['~~', '~~'],
  ['`', '`'],
  ['[', '](x.md "the the")'],
  ['[', '][oar]'],
  ['[', ']'],
  ['[', '][]'],
  ['![', '](x.png)'],
  ['<b>', '</b>'],
  ['<a title="the the">', '</a>'],
  ['\\*', '\\*'],
  ['&nbsp;', ''],
  ['&shy;', ''],
  ['', '[^1]'],
  ['<https://example.org/', '>'],
  ['', '<!-- x -->'],
  ['(', ')'],
];

/** A sentence with up to four stretches in markup, which may be nested or overlap. */
const marked = fc
  .tuple(
    fc.constantFrom(...SENTENCES),
    fc.array(
      fc.record({
        mark: fc.constantFrom(...MARKS),
        from: fc.nat({ max: 24 }),
        words: fc.integer({ min: 1, max: 4 }),
        halved: fc.constantFrom('', '', '', 'start', 'end'),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([sentence, stretches]) => {
    const words = sentence.split(' ');
    for (const { mark, from, words: length, halved } of stretches) {
      const first = from % words.length;
      const last = Math.min(words.length - 1, first + length - 1);
      words[first] = put(words[first] ?? '', mark[0], halved === 'start' ? 2 : 0);
      words[last] = put(words[last] ?? '', mark[1], (words[last] ?? '').length - (halved === 'end' ? 2 : 0));
    }
    return words.join(' ');
  })
  // A comment at its start makes HTML of the whole line.
  .filter((text) => !text.startsWith('<!--'));

function put(word: string, mark: string, at: number): string {
  return word.slice(0, Math.max(0, at)) + mark + word.slice(Math.max(0, at));
}

/** Every node of a text by its kind, with all that is not words. */
function skeleton(text: string): unknown {
  return shape(parseMarkdown(text));
}

function shape(node: Nodes): unknown {
  if (node.type === 'text') return node.value.match(/[^\p{L}\p{M}\s,;.'{}?-]+/gu)?.join('');
  const { position: _, children, ...own } = node as Nodes & { readonly children?: readonly Nodes[] };
  return [own, children?.map(shape)];
}

/** Each edit lies within one stretch of words. */
function assertWithin(edits: readonly TextEdit[], text: string): void {
  const spans = textSpans(parseMarkdown(text));
  for (const { offset, length } of edits) {
    const end = offset + length;
    assert.ok(
      spans.some((span) => span.start <= offset && end <= span.end),
      `${text.slice(offset, end)} in ${text}`,
    );
    assert.doesNotMatch(text.slice(offset, end), /[\\&]/);
  }
}

function textSpans(node: Nodes): readonly { readonly start: number; readonly end: number }[] {
  if (node.type === 'text')
    return [{ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }];
  return 'children' in node ? node.children.flatMap(textSpans) : [];
}
