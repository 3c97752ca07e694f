/** Long work gives way after so many ms, so that typing and drawing go on. */
const STRETCH = 12;

/**
 * Makes a function to await between two steps of long work: it rests when a stretch is over, and stops when told to.
 * Several who work at once may share it: they rest together.
 */
export function pacer(signal?: AbortSignal): () => Promise<void> {
  let began = performance.now();
  let resting: Promise<void> | undefined;
  return async () => {
    if (!resting && performance.now() - began < STRETCH) return;
    resting ??= rest().then(() => {
      began = performance.now();
      resting = undefined;
    });
    await resting;
    signal?.throwIfAborted();
  };
}

/** Lets everybody else have a turn. In Node a timer is not enough: timers that follow each other keep files and programs waiting. */
function rest(): Promise<void> {
  const { setImmediate: next } = globalThis as { setImmediate?: (task: () => void) => unknown };
  return new Promise((resolve) => {
    if (next) next(resolve);
    else setTimeout(resolve, 0);
  });
}

/** Takes all steps of long work with rests between them. */
export async function atAPace<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  const pace = pacer(signal);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pace();
  }
}

/** Whether a promise is kept or broken within so many ms. */
export async function settlesWithin(ms: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const settled = () => true;
  try {
    return await Promise.race([promise.then(settled, settled), late]);
  } finally {
    clearTimeout(timer);
  }
}
