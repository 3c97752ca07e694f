import assert from 'node:assert/strict';
import { LintSession } from '../../../src/lint/session';

const VAGUE = new Set(['vague-quantity', 'vague-degree', 'buzzword', 'hedge', 'generality', 'absolute']);

/** "rule: text" of the vague words of a document, with default settings. */
function vagueIn(text: string): string[] {
  return new LintSession()
    .lint(text)
    .findings.filter(({ rule }) => VAGUE.has(rule))
    .map((finding) => `${finding.rule}: ${finding.text}`);
}

describe('the rest of the document', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['says how many', 'We feed many families.', 'Last year 412 families came.', 'vague-quantity: many'],
    [
      'says which community',
      'We bake for the community.',
      'The Hartland community pays.',
      'generality: the community',
    ],
    [
      'says what a word means',
      'We bake quality bread.',
      'By quality we mean a loaf that lasts.',
      'vague-degree: quality',
    ],
    [
      'defines a term with a name',
      'We map the ecosystem.',
      'The Fediverse ecosystem is the set of servers that speak one protocol.',
      'buzzword: ecosystem',
    ],
    [
      'defines a term in quotation marks',
      'We visit the stakeholders yearly.',
      '“Stakeholders” are the nine libraries of Fife.',
      'generality: stakeholders',
    ],
    [
      'defines a word in a list',
      'We bake quality bread.',
      '- Quality: the loaf lasts four days.',
      'vague-degree: quality',
    ],
    [
      'says who they are',
      'We sail with trusted friends.',
      'Trusted friends are the people who have sailed with us twice.',
      'vague-degree: trusted',
    ],
    [
      'says how in a list',
      'We empower bakers.',
      'We empower them by:\n\n- lending ovens',
      'buzzword: empower',
    ],
    ['gives examples', 'We meet needs.', 'There are needs such as a lift to the bus.', 'generality: needs'],
  ];
  for (const [what, statement, elsewhere, finding] of cases) {
    it(`clears a word when it ${what}`, () => {
      assert.deepEqual(vagueIn(`> ${statement}\n\nWe open at ten.\n`), [finding]);
      assert.deepEqual(vagueIn(`> ${statement}\n\n${elsewhere}\n`), []);
    });
  }

  it('does not clear a word by facts on something else', () => {
    assert.deepEqual(vagueIn('> We feed many families.\n\nLast year 412 loaves burned.\n'), [
      'vague-quantity: many',
    ]);
    assert.deepEqual(vagueIn('> We bake quality bread.\n\nSize: about two pounds each.\n'), [
      'vague-degree: quality',
    ]);
  });
});
