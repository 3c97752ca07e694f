import { checkAnswer } from './check-answer';
import { LONGEST_STATEMENT, promptFor, repairPrompt } from './prompt';
import { type Checked, type Fault, faultText, type Reading } from './reading';

/** Sends a prompt to a model and returns all that it answers; rejects with one clear sentence. */
export type Ask = (prompt: string, signal: AbortSignal) => Promise<string>;

/** A statement that could not be read; the message is one clear sentence. */
export class ReadingError extends Error {
  override readonly name = 'ReadingError';
}

export interface ReadOptions {
  /** Cancels the reading. */
  readonly signal?: AbortSignal | undefined;
  /** For both rounds together, in milliseconds. */
  readonly timeout: number;
}

/** A reading, and how many times the model was asked: 1 or 2. */
export interface Read {
  readonly reading: Reading;
  readonly rounds: 1 | 2;
}

/**
 * Has a model read a statement. If the answer has faults that the model can mend, it is asked once more, and the better
 * answer is taken.
 * @throws {ReadingError} if the statement is too long, no answer can be used, or the time is up
 * @throws what `ask` throws, or the reason of `signal`
 */
export async function readStatement(
  statement: string,
  ask: Ask,
  { signal, timeout }: ReadOptions,
): Promise<Read> {
  const prompt = promptWithin(statement);
  const late = AbortSignal.timeout(timeout);
  const both = signal ? AbortSignal.any([signal, late]) : late;
  const answer = await answerOf(ask, prompt, both, late, timeout);
  const first = checkAnswer(answer, statement);
  const faults = mendable(first);
  if (faults.length === 0) return { reading: usable(first), rounds: 1 };
  let second: Checked;
  try {
    const again = repairPrompt(statement, answer, faults);
    second = checkAnswer(await answerOf(ask, again, both, late, timeout), statement);
  } catch (error) {
    // A usable first answer outlives a second round that fails, but not a cancel.
    if (signal?.aborted || !first.reading) throw error;
    return { reading: first.reading, rounds: 2 };
  }
  const better = second.reading && mendable(second).length < (first.reading ? faults.length : Infinity);
  return { reading: usable(better ? second : first), rounds: 2 };
}

/**
 * The prompt for a statement.
 * @throws {ReadingError} if the statement is too long to be read
 */
export function promptWithin(statement: string): string {
  if (statement.length > LONGEST_STATEMENT) {
    const [is, most] = [statement.length, LONGEST_STATEMENT].map((size) => size.toLocaleString('en'));
    throw new ReadingError(`The statement has ${is} characters; a second reading takes at most ${most}.`);
  }
  return promptFor(statement);
}

/**
 * The reading in a check.
 * @throws {ReadingError} if the answer is unusable as a whole
 */
export function usable({ reading, fault }: Checked): Reading {
  if (!reading) throw new ReadingError(faultText(fault));
  return reading;
}

function mendable({ reading, fault }: Checked): readonly Fault[] {
  return fault ? [fault] : reading.dropped.filter((one) => one.mendable);
}

/** The answer, or a rejection as soon as a signal aborts, even if `ask` does not listen to it. */
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
