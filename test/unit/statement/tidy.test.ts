import assert from 'node:assert/strict';
import { missingParts, plainAnatomy } from '../../../src/statement/anatomy';
import { treesOfText } from '../../../src/statement/prose-trees';

const who = (text: string) => plainAnatomy(text).who?.text;

describe('for whom a statement is', () => {
  for (const [text, found] of [
    ['We knit caps for bakers; we sew sails for crews.', 'bakers'],
    ['We knit caps for bakers: red, blue and green.', 'bakers'],
    ['We knit caps for bakers in order that they stay warm.', 'bakers'],
    ['We exist because bakers are cold.', 'bakers'],
    ['We have knitted caps for bakers for 30 years.', 'bakers'],
    ['We help bakers in Leith plan their day.', 'bakers in Leith'],
    ['We help bakers in Leith water plants.', 'bakers in Leith'],
    ['We help bakers, mostly women, sell rolls.', 'bakers, mostly women'],
    ['We help “small” bakers sell rolls.', '“small” bakers'],
  ] as const) {
    it(`ends where the phrase ends: ${text}`, () => assert.equal(who(text), found));
  }

  for (const text of [
    'We have knitted caps for 30 years.',
    'We knit caps for 12 pounds.',
    'We knit caps for fun.',
    'We knit caps for the winter.',
    'We knit caps for sale.',
    'We knit caps for the first time.',
    'We knit caps for example on Sundays.',
    'We bake rolls for breakfast.',
    'We are bakers who feed crews.',
    'Leith Bakes is a team of bakers teaching children to bake.',
  ]) {
    it(`is not what stands there in: ${text}`, () => assert.equal(who(text), undefined));
  }
});

describe('what changes', () => {
  const isMissing = (text: string) =>
    missingParts({ type: 'RootNode', children: treesOfText(text).flatMap((tree) => tree.children) }).includes(
      'change',
    );

  it('is never missing if others can do something then, however short that is', () => {
    assert.ok(isMissing('We knit caps.'));
    for (const text of [
      'We help bakers rest.',
      'We help children swim.',
      'We teach children to swim.',
      'We teach, free of charge, crews to swim.',
      'We help bakers in Leith plan trips.',
      'We help crews in Leith rest.',
    ])
      assert.equal(isMissing(text), false, text);
  });
});
