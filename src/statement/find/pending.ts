import { textTest } from './patterns';

/** A text in place of a purpose that is still to be written, or is elsewhere. Patterns are for lower-case text. */

/** The whole text says that there is nothing yet. */
const saysNothingYet = textTest('nothingYet');

/** “The governance is currently under pull request.”, “The charter has moved to …”, “Our mission will be added here.” */
const isStillToCome = textTest('stillToCome');

/** “We are still working on our mission statement.” */
const isBeingWritten = textTest('beingWritten');

/** “Add a short description of the project.”, “[Insert mission statement here]” */
const isInstruction = textTest('instruction');

/** Longer texts have something of their own to say. */
const MAX_WORDS = 25;

/**
 * Whether a text only says that a purpose is still to be written, or is somewhere else: it is not a statement.
 * @param words the number of words of `plain`
 */
export function isPending(plain: string, words: number): boolean {
  if (words > MAX_WORDS) return plain.length < 2000 && /^\W*lorem ipsum/iu.test(plain);
  const lower = plain.toLowerCase();
  return saysNothingYet(lower) || isStillToCome(lower) || isBeingWritten(lower) || isInstruction(lower);
}
