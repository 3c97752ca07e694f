import assert from 'node:assert/strict';
import { isContentWord, wordRoot } from '../../../src/english/word-root';

describe('wordRoot', () => {
  const same = (words: string) => new Set(words.split(' ').map(wordRoot)).size;

  it('brings the forms of a word together', () => {
    for (const words of [
      'teach teaches teaching taught teacher teachers',
      'child children child’s',
      'make makes making made maker',
      'ship ships shipped shipping',
      'family families',
      'organise organize organisation organizations',
      'use uses used using users',
      'people person persons',
      'develop developer development',
      'neighbour neighbors',
      'centre centers',
      'Community communities',
    ]) {
      assert.equal(same(words), 1, words);
    }
  });

  it('keeps apart what only looks alike', () => {
    for (const words of [
      'community communication',
      'university universe',
      'general generation',
      'business busy',
      'plan plane',
      'car care',
      'import important',
      'hope hop',
      'organ organisation',
      'experience experiment',
    ]) {
      assert.equal(same(words), 2, words);
    }
  });

  it('recognises function words', () => {
    for (const word of ['The', 'we', "don't", 'don’t', 'a', '7', 'so'])
      assert.equal(isContentWord(word), false, word);
    for (const word of ['bread', 'IT-free', 'É7']) assert.equal(isContentWord(word), true, word);
  });
});
