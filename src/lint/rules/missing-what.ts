import { missingPart } from './missing-part';

/** Asks what is done where the statement names no doing. */
export const retextMissingWhat = missingPart('missing-what', {
  part: 'what',
  message: 'What you do is not said',
  question: 'What would a visitor see you do on an ordinary day?',
  note: 'An effect alone fits many groups. What you do, in a plain verb with its object, is what tells yours from them.',
});
