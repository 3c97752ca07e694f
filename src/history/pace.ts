/** Long work gives way after so many ms, so that typing and drawing go on. */
const STRETCH = 12;

/** Makes a function to await between two steps of long work: it rests when a stretch is over, and stops when told to. */
export function pacer(signal?: AbortSignal): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < STRETCH) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    began = performance.now();
  };
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
