import assert from 'node:assert/strict';
import { findingsIn, messagesIn } from './vague-findings';

describe('the place of a vague word', () => {
  it('counts capitals as names only where the rest is small', () => {
    assert.deepEqual(findingsIn('WE OFFER QUALITY EDUCATION TO ADULTS'), ['vague-degree: QUALITY']);
  });

  it('takes a statement that is all quotation at its word', () => {
    assert.deepEqual(findingsIn('“We bake excellent bread.”'), ['vague-degree: excellent']);
  });
});

describe('a stretch of vague words', () => {
  it('is one finding, the longest', () => {
    assert.deepEqual(findingsIn('We improve the quality of people’s lives.'), [
      'buzzword: quality of people’s lives',
    ]);
    assert.deepEqual(findingsIn('We bake the highest quality bread.'), ['vague-degree: the highest quality']);
  });

  it('is found in a sentence of any length', () => {
    const many = findingsIn(`We bake ${'excellent bread, '.repeat(3000)}and go home.`);
    assert.equal(many.length, 3000);
  });

  it('joins two of a kind', () => {
    assert.deepEqual(findingsIn('A lesson by inspiration and innovation.'), [
      'buzzword: inspiration and innovation',
    ]);
    assert.deepEqual(findingsIn('A lesson by passion, inspiration, and innovation.'), [
      'buzzword: passion',
      'buzzword: inspiration, and innovation',
    ]);
  });

  it('offers to take two of a kind out only where both may go', () => {
    const [praise] = messagesIn('An excellent and outstanding choir.');
    assert.deepEqual([praise?.actual, praise?.expected], ['excellent and outstanding', ['']]);
    const [mixed] = messagesIn('An excellent and effective choir.');
    assert.deepEqual([mixed?.actual, mixed?.expected], ['excellent and effective', []]);
  });

  it('leaves the other of two alone when one is accepted', () => {
    const options = { accept: ['inspiration'] };
    assert.deepEqual(findingsIn('A lesson by inspiration and innovation.', 'buzzword', options), [
      'buzzword: innovation',
    ]);
  });

  it('is what a rule that is on has to say, where the longer one is of a rule that is off', () => {
    const text = 'We care for the quality of people’s excellent lives.';
    assert.deepEqual(findingsIn(text), ['buzzword: quality of people’s excellent lives']);
    assert.deepEqual(findingsIn(text, 'vague-degree'), ['vague-degree: quality', 'vague-degree: excellent']);
  });

  it('is told of as vague rather than as long', () => {
    const text = 'We provide support to families.';
    assert.deepEqual(findingsIn(text), ['generality: support']);
    assert.deepEqual(findingsIn(text, 'simplify'), ['simplify: provide support to']);
  });

  it('ends at a full stop before a small letter', () => {
    const [message] = messagesIn('We bake for families in need. we bake daily.');
    assert.equal(message?.actual, 'families in need');
    assert.deepEqual(message?.place, {
      start: { line: 1, column: 13, offset: 12 },
      end: { line: 1, column: 29, offset: 28 },
    });
  });

  it('takes words in all their forms and spellings', () => {
    assert.deepEqual(findingsIn('She empowered them; he is empowering us.'), [
      'buzzword: empowered',
      'buzzword: empowering',
    ]);
    assert.deepEqual(findingsIn('High quality bread, high-quality buns.'), [
      'vague-degree: High quality',
      'vague-degree: high-quality',
    ]);
    assert.deepEqual(findingsIn('A reader-centered shop.'), ['buzzword: reader-centered']);
  });

  it('marks words that are empty in a string of them only', () => {
    assert.deepEqual(findingsIn('We count on integrity, respect and teamwork.'), [
      'buzzword: integrity',
      'buzzword: respect and teamwork',
    ]);
    assert.deepEqual(findingsIn('We have respect for the sea.'), []);
  });
});
