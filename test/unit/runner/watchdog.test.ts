import assert from 'node:assert/strict';
import { quietLimit, watchdog } from '../../runner/watchdog';

/** A watchdog on a clock that the case advances, and how often it has fired. */
function onTestClock(limit?: number) {
  let step: (() => void) | undefined;
  let milliseconds = 0;
  let calls = 0;
  const dog = watchdog(
    () => {
      calls++;
    },
    {
      ...(limit === undefined ? {} : { limit }),
      every: (interval, run) => {
        milliseconds = interval;
        step = run;
        return () => {
          step = undefined;
        };
      },
    },
  );
  const pass = (seconds: number): void => {
    for (let passed = 0; passed < seconds * 1000; passed += milliseconds) step?.();
  };
  return { dog, pass, calls: () => calls, isWatching: () => step !== undefined };
}

describe('watchdog', () => {
  it('gives up once when nothing has happened for two minutes, and no earlier', () => {
    const { pass, calls, isWatching } = onTestClock();
    pass(quietLimit - 5);
    assert.equal(calls(), 0);
    pass(5);
    assert.equal(calls(), 1);
    assert.equal(isWatching(), false);
    pass(quietLimit * 2);
    assert.equal(calls(), 1);
  });

  it('never ends a run that makes progress, however long it takes', () => {
    const { dog, pass, calls } = onTestClock();
    for (let hour = 0; hour < 60; hour++) {
      pass(quietLimit - 5);
      dog.heard();
    }
    assert.equal(calls(), 0);
    pass(quietLimit);
    assert.equal(calls(), 1);
  });

  it('releases its resources when it is stopped', () => {
    const { dog, pass, calls, isWatching } = onTestClock(10);
    dog.stop();
    assert.equal(isWatching(), false);
    pass(100);
    assert.equal(calls(), 0);
  });
});
