import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkConfig } from '../../../src/lint/check-config';
import { LintSession } from '../../../src/lint/session';
import { PurposeDocument } from '../../../src/statement/document';
import { RecentRecords } from '../../../src/statement/recent-records';
import { markdown } from '../support/markdown';

const BLOCKS = [
  '# Purpose\n\n',
  '# Crew\n\n',
  '## Candidates\n\n',
  '## Glossary\n\n',
  '**Our mission**\n\n',
  'We mend many bicycles for various people in Leith.\n\n',
  '> We strive to support [commuters][ref] with 12 bicycles.\n\n',
  'Our aims:\n\n- help many people\n- share {{what}}\n\n',
  '[ref]: https://example.org\n\n',
  '<!-- purpose ignore vague-quantity -->\n\n',
  '<!-- purpose:statement -->\n\n',
  '{{who}} mends for {{who}}.\n\n',
  'Notre but est de réparer les vélos de la ville.\n\n',
];
const FRONTS = ['', '---\nlang: fr\n---\n', '---\nlint:\n  rules:\n    vague-quantity: off\n---\n'];
const templated = fc
  .tuple(fc.constantFrom(...FRONTS), fc.array(fc.constantFrom(...BLOCKS), { maxLength: 8 }))
  .map(([front, blocks]) => front + blocks.join(''));

/** In a session, documents share the analysis of the records that they share, and of no others. */
const session = new LintSession();

describe('RecentRecords', () => {
  it('changes nothing about what is found in a run over many documents', () => {
    const layers = [{}, { scope: 'file' }, { rules: { 'vague-quantity': 'error' } }].map((settings) => [
      checkConfig(settings).layer,
    ]);
    const document = fc.tuple(fc.oneof(templated, markdown), fc.constantFrom(...layers));
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(0, 60, 5000),
        (run, kept) => {
          const known = new RecentRecords(kept);
          for (const [text, settings] of run) {
            const shared = session.lint(PurposeDocument.of(text, known), settings);
            const alone = session.lint(text, settings);
            assert.equal(shared.document.text, text);
            assert.deepEqual(shared.statement, alone.statement);
            assert.deepEqual(shared.anatomy, alone.anatomy);
            assert.deepEqual(shared.figures, alone.figures);
            assert.deepEqual(shared.findings, alone.findings);
            assert.deepEqual(shared.failures, alone.failures);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('places the findings of equal paragraphs where each one is', () => {
    const known = new RecentRecords(1000);
    const paragraph = 'We mend many bicycles.\n\n';
    const offsets = (text: string) =>
      session
        .lint(PurposeDocument.of(text, known))
        .findings.filter(({ rule }) => rule === 'vague-quantity')
        .map(({ start }) => [start.line, start.offset]);
    assert.deepEqual(offsets(paragraph), [[1, 8]]);
    assert.deepEqual(offsets(`# Crew\n\n${paragraph}# More\n\n${paragraph}`), [
      [3, 16],
      [7, 48],
    ]);
  });

  it('keeps the blocks that were used last, up to a number of characters', () => {
    const known = new RecentRecords(10);
    const first = known.get('aaaa');
    const second = known.get('bbbb');
    assert.equal(known.get('aaaa'), first);
    known.get('cccc');
    assert.equal(known.get('aaaa'), first);
    assert.notEqual(known.get('bbbb'), second);
  });

  it('keeps nothing longer than all it may keep', () => {
    const known = new RecentRecords(10);
    const long = known.get('a'.repeat(11));
    assert.notEqual(known.get('a'.repeat(11)), long);
  });
});
