import assert from 'node:assert/strict';
import { LETTERS, lazyTest, startsWithLetter, WORD_LETTERS } from '../../../src/text/letters';

describe('letters in patterns', () => {
  it('are those of the scripts in which people write purposes', () => {
    const word = new RegExp(`^[${LETTERS}]+$`, 'u');
    for (const text of [
      'team',
      'Überblick',
      'ænd',
      'łódź',
      'задача',
      'σκοπός',
      'מטרה',
      'मिशन',
      '使命',
      'ミッション',
      '목적',
      'ﬁrst',
      'ｐｕｒｐｏｓｅ',
      'ꦱꦧꦧ',
    ])
      assert.match(text, word);
  });

  it('are no digits, white space or punctuation', () => {
    const letter = new RegExp(`[${LETTERS}]`, 'u');
    for (const sign of '0 9\t\n.,;:!?"\'“”‘’…–—-()[]{}«»/&@×÷。、🚀') assert.doesNotMatch(sign, letter, sign);
    assert.match('7', new RegExp(`[${WORD_LETTERS}]`, 'u'));
  });

  it('begin a text', () => {
    assert.deepEqual(['é', '7x', '', '-a', '“a'].map(startsWithLetter), [true, true, false, false, false]);
  });

  it('are tested by a pattern that is compiled once, at its first use', () => {
    const broken = lazyTest('(');
    assert.throws(() => broken('a'), SyntaxError);
    const isFirst = lazyTest('^a');
    assert.deepEqual(['a', 'ba', 'ab'].map(isFirst), [true, false, true]);
  });
});
