/** Runs `step` about every `milliseconds` until the returned function is called. */
export type Interval = (milliseconds: number, step: () => void) => () => void;

export interface Watchdog {
  /** Reports progress: the count of quiet time restarts. */
  heard(): void;
  stop(): void;
}

/** Seconds without any progress after which a run of tests is ended. */
export const quietLimit = 120;

const STEP = 5;

const realInterval: Interval = (milliseconds, step) => {
  const timer = setInterval(step, milliseconds);
  return () => clearInterval(timer);
};

/**
 * Calls `onQuiet` once if `heard` has not been called for `limit` seconds. It counts steps of five seconds instead of
 * reading a clock, so that a suspended or overloaded machine, which misses steps, is not mistaken for a hanging run.
 */
export function watchdog(
  onQuiet: () => void,
  { limit = quietLimit, every = realInterval }: { limit?: number; every?: Interval } = {},
): Watchdog {
  let quiet = 0;
  const stop = every(STEP * 1000, () => {
    quiet += STEP;
    if (quiet < limit) return;
    stop();
    onQuiet();
  });
  return {
    heard: () => {
      quiet = 0;
    },
    stop,
  };
}
