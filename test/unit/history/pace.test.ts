import assert from 'node:assert/strict';
import { atAPace, pacer } from '../../../src/history/pace';

/** Works for longer than a stretch. */
function work(): void {
  const end = performance.now() + 20;
  while (performance.now() < end);
}

describe('work at a pace', () => {
  it('lets others have a turn after each stretch, though many share it', async () => {
    const pace = pacer();
    let [turns, over] = [0, false];
    const count = () => {
      turns++;
      if (!over) setImmediate(count);
    };
    setImmediate(count);
    const worker = async () => {
      for (let at = 0; at < 3; at++) {
        work();
        await pace();
      }
    };
    await Promise.all([worker(), worker(), worker()]);
    over = true;
    assert.ok(turns >= 3, `${turns} turns`);
  });

  it('stops when told to, and gives what the last step gives', async () => {
    const stop = new AbortController();
    function* steps() {
      work();
      yield;
      stop.abort();
      work();
      yield;
      return 'done';
    }
    await assert.rejects(atAPace(steps(), stop.signal), { name: 'AbortError' });
    function* few() {
      yield;
      return 'done';
    }
    assert.equal(await atAPace(few()), 'done');
  });
});
