import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Finding } from '../../../src/lint/finding';
import { LintSession } from '../../../src/lint/session';
import { PurposeDocument } from '../../../src/statement/document';

/** The texts of the related places of a rule's findings, each with its message. */
function relatedOf(rule: string, text: string): (readonly [string, string])[] {
  return new LintSession()
    .lint(text)
    .findings.filter((finding) => finding.rule === rule)
    .flatMap((finding) => placesOf(finding, text));
}

function placesOf({ related = [] }: Finding, text: string): (readonly [string, string])[] {
  return related.map(({ start, end, message }) => [text.slice(start.offset, end.offset), message] as const);
}

describe('related places of a finding', () => {
  const told: readonly (readonly [string, string, string, string])[] = [
    [
      'vague-quantity',
      'We feed many families.',
      'On Mondays the families of Leith come.',
      'families of Leith',
    ],
    [
      'vague-quantity',
      'We offer various services.',
      'There are services such as a clinic.',
      'services such as a clinic.',
    ],
    ['generality', 'We invite our stakeholders.', 'Two of them, two stakeholders, came.', 'two stakeholders'],
    ['generality', 'We bake for the community.', 'We know 14 communities by name.', '14 communities'],
  ];
  for (const [rule, statement, elsewhere, slice] of told) {
    it(`of ${rule} are what is written out elsewhere of its noun: ${slice}`, () => {
      const text = `# Crew\r\n\r\n> ${statement}\r\n\r\nWe open at ten.\r\n\r\n- ${elsewhere}\r\n`;
      assert.deepEqual(relatedOf(rule, text), [[slice, `Written out here: “${slice}”`]]);
    });
  }

  it('are not in the finding’s own paragraph, and of no other noun', () => {
    assert.deepEqual(relatedOf('vague-quantity', '> We feed many families in Leith.\n'), []);
    assert.deepEqual(relatedOf('vague-quantity', '> We feed many families.\n\nThe bakers of Leith.\n'), []);
  });

  const sections: readonly (readonly [string, string, string])[] = [
    ['missing-who', 'We are a national leader in baking.', 'Who it serves'],
    ['missing-who', 'We are a national leader in baking.', 'For whom'],
    ['missing-who', 'We are a national leader in baking.', 'Our users'],
    ['missing-what', 'A world in which nobody sleeps outside.', 'What we do'],
    ['missing-change', 'We mend bicycles.', 'What changes'],
    ['missing-change', 'We mend bicycles.', 'Outcomes'],
  ];
  for (const [rule, statement, heading] of sections) {
    it(`of ${rule} are the text under “${heading}”`, () => {
      const text = `# Crew\n\n> ${statement}\n\n## ${heading}\n\n## ${heading}\n\n- Pupils\n- Parents\n\nMore.\n`;
      assert.deepEqual(relatedOf(rule, text), [
        ['Pupils', `Under “${heading}” it is said: could the statement say it, too?`],
      ]);
    });
  }

  it('are in no section that is about something else, is empty, still has a blank or is the statement’s', () => {
    const statement = 'We are a national leader in baking.';
    for (const section of [
      '## Who we are\n\nBakers.\n',
      '## Who it does not serve\n\nHotels.\n',
      '## Who it serves\n\n## Else\n\nMore.\n',
      '## Who it serves\n\n{{the people}}\n',
      '## Who it serves\n\n<!-- nobody yet -->\n',
    ]) {
      assert.deepEqual(relatedOf('missing-who', `> ${statement}\n\n${section}`), [], section);
    }
    assert.deepEqual(relatedOf('missing-who', `## Who it serves\n\n> ${statement}\n`), []);
  });

  it('are the first of two words and the other places of a blank', () => {
    assert.deepEqual(relatedOf('repeated-words', 'We mend the\nthe bicycles.\n'), [
      ['the', '“the” is here first.'],
    ]);
    const text = '> For {{who}} we mend {{what}}.\n\n{{who}} say so.\n';
    const findings = new LintSession()
      .lint(text)
      .findings.filter(({ rule }) => rule === 'unfilled-placeholder');
    assert.deepEqual(
      findings.map(({ text: blank, related = [] }) => [blank, related.map(({ start }) => start.line)]),
      [
        ['{{who}}', [3]],
        ['{{what}}', []],
        ['{{who}}', [1]],
      ],
    );
  });

  it('are the first of two keys in front matter, at any depth', () => {
    const doubled = '\uFEFF---\nkind: team\nstatus: worn\nkind: guild\n---\nWe mend bicycles.\n';
    assert.deepEqual(relatedOf('front-matter', doubled), [['kind', '`kind` is here first.']]);
    const { findings } = new LintSession().lint(doubled);
    assert.equal(findings[0]?.text, 'kind');
    assert.equal(findings[0]?.start.line, 4);
    const deep = '---\nlint:\n  rules:\n    hedge: off\n    hedge: info\n---\nWe mend bicycles.\n';
    assert.deepEqual(relatedOf('front-matter', deep), [['hedge', '`hedge` is here first.']]);
  });

  it('are exact slices after any edit, as in a fresh lint', () => {
    const text = '> We feed many families.\n\n## Who it serves\n\nThe families of Leith.\n';
    const session = new LintSession();
    fc.assert(
      fc.property(fc.nat(text.length), fc.constantFrom('x', '\n', '\n\n', ' many ', '🎶'), (offset, by) => {
        const after = PurposeDocument.of(text).edited([{ offset, length: 0, text: by }]);
        const findings = session.lint(after).findings;
        assert.deepEqual(findings, new LintSession().lint(after.text).findings);
        for (const { related = [] } of findings) {
          for (const { start, message, end } of related) {
            const quoted = /^Written out here: “(.*)”$/.exec(message)?.[1];
            const slice = after.text.slice(start.offset, end.offset).replace(/[\s>]+/g, ' ');
            if (quoted !== undefined) assert.equal(slice, quoted);
          }
        }
      }),
    );
  });
});
