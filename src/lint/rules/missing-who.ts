import { missingPart } from './missing-part';

/** Asks whom the statement is for where it names nobody. */
export const retextMissingWho = missingPart('missing-who', {
  part: 'who',
  message: 'Nobody is named whom this is for',
  question: 'Who would notice first if you stopped?',
  note: 'A purpose is for somebody. Naming them tells a reader whether they are meant, and helps you to say no to the rest.',
});
