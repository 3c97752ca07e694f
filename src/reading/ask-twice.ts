import { type Fault, faultText } from './reading';

/** Sends a prompt to a model and returns its complete answer; rejects with a one-sentence error. */
export type Ask = (prompt: string, signal: AbortSignal) => Promise<string>;

/** A model's answer is missing or unusable; the message is one clear sentence. */
export class ReadingError extends Error {
  override readonly name = 'ReadingError';
}

export interface AskOptions {
  /** Cancels the question. */
  readonly signal?: AbortSignal | undefined;
  /** The time limit for both rounds together, in milliseconds. */
  readonly timeout: number;
}

/** A prompt, the check of its answer, and the prompt for a second try. */
interface Question<Value> {
  readonly prompt: string;
  again(answer: string, faults: readonly Fault[]): string;
  check(answer: string): Outcome<Value>;
}

/** The result of a check; without a value the whole answer is unusable. */
export interface Outcome<Value> {
  readonly value?: Value | undefined;
  /** Not empty if there is no value. */
  readonly faults: readonly Fault[];
}

/** A model's checked answer, and the number of rounds. */
interface Answered<Value> {
  readonly value: Value;
  readonly rounds: 1 | 2;
}

/**
 * Asks a model. If its answer has faults that a second answer could correct, asks once more and uses the better answer.
 * @throws {ReadingError} if no answer is usable, or the time is up
 * @throws what `ask` throws, or the reason of `signal`
 */
export async function askTwice<Value>(
  question: Question<Value>,
  ask: Ask,
  { signal, timeout }: AskOptions,
): Promise<Answered<Value>> {
  const late = AbortSignal.timeout(timeout);
  const both = signal ? AbortSignal.any([signal, late]) : late;
  const answer = await answerOf(ask, question.prompt, both, late, timeout);
  const first = question.check(answer);
  const faults = mendable(first);
  if (faults.length === 0) return { value: usable(first), rounds: 1 };
  let second: Outcome<Value>;
  try {
    second = question.check(await answerOf(ask, question.again(answer, faults), both, late, timeout));
  } catch (error) {
    // A usable first answer is kept if the second round fails, but not if it is cancelled.
    if (signal?.aborted || first.value === undefined) throw error;
    return { value: first.value, rounds: 2 };
  }
  const limit = first.value === undefined ? Infinity : faults.length;
  const better = second.value !== undefined && mendable(second).length < limit;
  return { value: usable(better ? second : first), rounds: 2 };
}

/**
 * The value of a check.
 * @throws {ReadingError} if the whole answer is unusable
 */
export function usable<Value>({ value, faults }: Outcome<Value>): Value {
  if (value !== undefined) return value;
  throw new ReadingError(faults[0] ? faultText(faults[0]) : 'The answer cannot be used.');
}

function mendable({ faults }: Outcome<unknown>): readonly Fault[] {
  return faults.filter((fault) => fault.mendable);
}

/** The answer, or a rejection as soon as a signal aborts, even if `ask` ignores it. */
async function answerOf(
  ask: Ask,
  prompt: string,
  signal: AbortSignal,
  late: AbortSignal,
  timeout: number,
): Promise<string> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([ask(prompt, signal), aborted]);
  } catch (error) {
    if (signal.aborted && signal.reason === late.reason) {
      throw new ReadingError(`There was no answer within ${timeout / 1000} s.`);
    }
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
