import assert from 'node:assert/strict';
import { diffLine } from '../../../src/history/diff-line';

describe('diffLine', () => {
  for (const [before, after, told] of [
    ['We strive to feed many.', 'We feed 400.', '“strive to” out, “many” → “400”'],
    ['We feed children.', 'We feed 40 children.', '“40” in'],
    ['We feed many children.', 'We feed {{how many?}} children.', '“many” → “{{how many?}}”'],
    ['We feed {{who?}}.', 'We feed {{who?}} in Leith.', '“in Leith” in'],
    ['a b c d e f g h i j', 'b d f h j', '“a” out, “c” out, “e” out, “g” out, 1 more'],
    ['We feed them.', 'We feed them.', ''],
  ] as const) {
    it(`of “${before}” and “${after}”`, () => assert.equal(diffLine(before, after), told));
  }
});
