import assert from 'node:assert/strict';
import { KeyedQueue } from '../../../src/async/keyed-queue';

describe('a keyed queue', () => {
  it('runs the tasks of one key in order, past a failure, and does not hold other keys back', async () => {
    const queue = new KeyedQueue();
    const log: string[] = [];
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = queue.run('a', async () => {
      await gate;
      log.push('a1');
    });
    const failing = queue.run('a', async () => {
      log.push('a2');
      throw new Error('broken');
    });
    const third = queue.run('a', async () => log.push('a3'));
    await queue.run('b', async () => log.push('b1'));
    assert.deepEqual(log, ['b1']);
    release();
    await first;
    await assert.rejects(failing, /broken/);
    await third;
    assert.deepEqual(log, ['b1', 'a1', 'a2', 'a3']);
  });
});
