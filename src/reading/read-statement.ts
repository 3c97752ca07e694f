import { type Ask, type AskOptions, askTwice, type Outcome, ReadingError } from './ask-twice';
import { checkAnswer } from './check-answer';
import { LONGEST_STATEMENT, promptFor, repairPrompt } from './prompt';
import type { ModelReading } from './reading';

/** A reading, and the number of rounds: 1 or 2. */
export interface Read {
  readonly reading: ModelReading;
  readonly rounds: 1 | 2;
}

/**
 * Reads a statement with a model; see {@link askTwice}.
 * @throws {ReadingError} if the statement is too long, no answer is usable, or the time is up
 */
export async function readStatement(statement: string, ask: Ask, options: AskOptions): Promise<Read> {
  const { value, rounds } = await askTwice(
    {
      prompt: promptWithin(statement),
      again: (answer, faults) => repairPrompt(promptFor(statement), answer, faults),
      check: (answer) => readingIn(answer, statement),
    },
    ask,
    options,
  );
  return { reading: value, rounds };
}

/** The reading in an answer, and its faults. */
export function readingIn(answer: string, statement: string): Outcome<ModelReading> {
  const { reading, fault } = checkAnswer(answer, statement);
  return reading ? { value: reading, faults: reading.dropped } : { faults: [fault] };
}

/**
 * The prompt for a statement.
 * @throws {ReadingError} if the statement is too long
 */
export function promptWithin(statement: string): string {
  throwIfTooLong(statement);
  return promptFor(statement);
}

/** @throws {ReadingError} if a statement is too long for a model */
export function throwIfTooLong(statement: string): void {
  if (statement.length <= LONGEST_STATEMENT) return;
  const [is, most] = [statement.length, LONGEST_STATEMENT].map((size) => size.toLocaleString('en'));
  throw new ReadingError(`The statement has ${is} characters; a second reading takes at most ${most}.`);
}
