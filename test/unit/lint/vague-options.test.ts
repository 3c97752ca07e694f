import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PurposeMessage } from '../../../src/lib/report';
import { ruleUrl } from '../../../src/lint/rule-url';
import { findingsIn, messagesIn } from './vague-findings';

describe('options of a rule with word lists', () => {
  it('leave accepted words alone, in all their forms and any case', () => {
    const text = 'We empower people. They are EMPOWERED. We inspire them.';
    assert.deepEqual(findingsIn(text, 'buzzword', { accept: ['Empower'] }), ['buzzword: inspire']);
  });

  it('accept phrases, and a longer phrase than was accepted stays marked', () => {
    assert.deepEqual(
      findingsIn('We meet the needs of the community.', 'generality', { accept: ['the community'] }),
      ['generality: needs'],
    );
    assert.deepEqual(findingsIn('High-quality bread.', 'vague-degree', { accept: ['quality'] }), [
      'vague-degree: High-quality',
    ]);
  });

  it('flag words of your own, in all their forms', () => {
    assert.deepEqual(
      findingsIn('We onboard people and touch base.', 'buzzword', { flag: ['onboard', 'touch base'] }),
      ['buzzword: onboard', 'buzzword: touch base'],
    );
    assert.deepEqual(findingsIn('Onboarding is fun.', 'buzzword', { flag: ['onboard'] }), [
      'buzzword: Onboarding',
    ]);
  });

  it('flag instead of the rule’s own word if they overlap', () => {
    assert.deepEqual(findingsIn('Our world class bread.', 'buzzword', { flag: ['class bread'] }), [
      'buzzword: class bread',
    ]);
  });

  it('take any word, null and undefined, and refuse a list of anything else', () => {
    assert.throws(() => findingsIn('We strive.', 'buzzword', { flag: [7] }), /flag.*list of words/);
    const anything = fc.oneof(
      fc.array(fc.string().filter((word) => word.trim() !== '')),
      fc.constant(null),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(anything, anything, (accept, flag) => {
        findingsIn('We strive to empower many people.', 'buzzword', { accept, flag });
      }),
    );
  });
});

describe('a message of a rule with word lists', () => {
  it('says what, where, why, and asks', () => {
    const [message] = messagesIn('We are\nleveraging it.');
    assert.equal(message?.ruleId, 'buzzword');
    assert.equal(message?.source, 'purpose');
    assert.equal(message?.actual, 'leveraging');
    assert.deepEqual(message?.expected, ['using']);
    assert.equal(message?.url, ruleUrl('buzzword'));
    assert.match((message as PurposeMessage | undefined)?.question ?? '', /\?$/);
    assert.match(message?.note ?? '', /\.$/);
    assert.deepEqual(message?.place, {
      start: { line: 2, column: 1, offset: 7 },
      end: { line: 2, column: 11, offset: 17 },
    });
  });

  it('gives replacements in the form of the text', () => {
    const replaced = (text: string) => messagesIn(text, 'simplify').flatMap(({ expected }) => expected);
    assert.deepEqual(replaced('She utilizes it.'), ['uses']);
    assert.deepEqual(replaced('She utilized it.'), ['used']);
    assert.deepEqual(replaced('We met in order to eat.'), ['to']);
    assert.deepEqual(replaced('She demonstrated it.'), ['showed']);
  });

  it('names exact words of the text, for any text', () => {
    const word = fc.constantFrom(
      ...'we strive to empower many quality “the community” , . and not 12 (never) such as high-quality The world !'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        let last = 0;
        for (const { place, actual } of messagesIn(text).filter(
          ({ ruleId }) => ruleId !== 'repeated-words',
        )) {
          assert.ok(place && 'start' in place);
          const [start, end] = [place.start.offset ?? -1, place.end.offset ?? -1];
          assert.equal(text.slice(start, end), actual);
          assert.ok(start >= last, 'findings do not overlap');
          last = end;
        }
      }),
    );
  });
});
