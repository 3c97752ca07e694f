/** Long work yields to the event loop after this many ms, so that typing and drawing continue. */
const SLICE_MS = 12;

/**
 * Returns a function to await between two steps of long work: after {@link SLICE_MS} it waits for one macrotask, then
 * rejects if `signal` is aborted. Concurrent workers may share one: they wait together.
 */
export function yielder(signal?: AbortSignal): () => Promise<void> {
  let began = performance.now();
  let waiting: Promise<void> | undefined;
  return async () => {
    if (!waiting && performance.now() - began < SLICE_MS) return;
    waiting ??= macrotask().then(() => {
      began = performance.now();
      waiting = undefined;
    });
    await waiting;
    signal?.throwIfAborted();
  };
}

/** Waits for one macrotask. In Node `setTimeout` will not do: consecutive timers starve files and child processes. */
function macrotask(): Promise<void> {
  const { setImmediate: next } = globalThis as { setImmediate?: (task: () => void) => unknown };
  return new Promise((resolve) => {
    if (next) next(resolve);
    else setTimeout(resolve, 0);
  });
}

/** Runs a generator to its end and yields to the event loop between its steps. */
export async function runYielding<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  const yieldIfDue = yielder(signal);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await yieldIfDue();
  }
}
