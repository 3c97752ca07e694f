import assert from 'node:assert/strict';
import { settlesWithin } from '../../../src/async/time-limit';
import { runYielding, yielder } from '../../../src/async/yielding';

/** Works for longer than one time slice. */
function work(): void {
  const end = performance.now() + 20;
  while (performance.now() < end);
}

describe('work at a pace', () => {
  it('lets others have a turn after each stretch, though many share it', async () => {
    const pace = yielder();
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

  it('stops when aborted, and returns the result of the last step', async () => {
    const stop = new AbortController();
    function* steps() {
      work();
      yield;
      stop.abort();
      work();
      yield;
      return 'done';
    }
    await assert.rejects(runYielding(steps(), stop.signal), { name: 'AbortError' });
    function* few() {
      yield;
      return 'done';
    }
    assert.equal(await runYielding(few()), 'done');
  });
});

describe('a promise and the time it may take', () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

  it('is quick whether it is kept or broken, and leaves no timer behind', async () => {
    assert.equal(await settlesWithin(60_000, Promise.resolve('kept')), true);
    // By now mocha has also set its timer for this case.
    const before = timers();
    assert.equal(await settlesWithin(60_000, Promise.reject(new Error('broken'))), true);
    assert.equal(timers(), before);
  });

  it('is late when the time is over first', async () => {
    assert.equal(await settlesWithin(1, new Promise(() => undefined)), false);
  });
});
