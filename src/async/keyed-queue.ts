import pLimit, { type LimitFunction } from 'p-limit';

/** Runs the tasks of one key in sequence; tasks of different keys run concurrently. */
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
