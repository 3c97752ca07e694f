import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ParseEnglish } from 'parse-english';
import { sentencesOf, textOfTokens } from '../../../src/english/sentences';

const parser = new ParseEnglish();
const tokensOf = (text: string) => sentencesOf(parser.parse(text)).flatMap(({ tokens }) => tokens);

describe('sentencesOf', () => {
  it('gives each token its place in the source', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const token of tokensOf(text)) assert.equal(text.slice(token.start, token.end), token.text);
      }),
    );
  });

  it('marks the words of a name of several words', () => {
    const names = (text: string) => textOfTokens(tokensOf(text).filter(({ isName }) => isName));
    assert.equal(names('We run the College of Community Health in town.'), 'College of Community Health');
    assert.equal(names('We value Excellence.'), '');
    assert.equal(names('BREAD FOR THE WHOLE STREET'), '');
    assert.equal(names('Bread And Soup For Everyone Here'), '');
  });
});
