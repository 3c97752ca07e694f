import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Debounce } from '../../../src/async/debounce';

describe('a debounce', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('runs once, after the last call', () => {
    let runs = 0;
    const debounce = new Debounce(100, () => runs++);
    debounce.schedule();
    mock.timers.tick(60);
    debounce.schedule();
    mock.timers.tick(60);
    assert.equal(runs, 0);
    mock.timers.tick(40);
    assert.equal(runs, 1);
  });

  it('counts from the first call if configured so', () => {
    let runs = 0;
    const debounce = new Debounce(100, () => runs++, { fromFirst: true });
    debounce.schedule();
    mock.timers.tick(60);
    debounce.schedule();
    mock.timers.tick(40);
    assert.equal(runs, 1);
    debounce.schedule();
    mock.timers.tick(100);
    assert.equal(runs, 2);
  });

  it('can be run ahead of time, and dropped', () => {
    let runs = 0;
    const debounce = new Debounce(100, () => runs++);
    debounce.flush();
    assert.equal(runs, 0);
    debounce.schedule();
    debounce.flush();
    assert.equal(runs, 1);
    debounce.schedule();
    debounce.dispose();
    mock.timers.tick(500);
    assert.equal(runs, 1);
  });
});
