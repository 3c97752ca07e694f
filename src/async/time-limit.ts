/** The value of a promise; `undefined` if it takes longer than `ms` milliseconds. Rejects if the promise does so in time. */
export async function within<T>(ms: number, promise: PromiseLike<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a promise settles within `ms` milliseconds. Never rejects. */
export async function settlesWithin(ms: number, promise: Promise<unknown>): Promise<boolean> {
  const settled = () => true;
  return (await within(ms, promise.then(settled, settled))) ?? false;
}
