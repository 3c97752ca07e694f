import pLimit, { type LimitFunction } from 'p-limit';

/** Runs the tasks of one key one after the other; tasks of different keys do not wait for each other. */
export class KeyedQueue {
  readonly #queues = new Map<string, LimitFunction>();

  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(key) ?? pLimit(1);
    this.#queues.set(key, queue);
    return queue(task).finally(() => {
      if (queue.activeCount + queue.pendingCount === 0) this.#queues.delete(key);
    });
  }
}
