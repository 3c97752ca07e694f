import { missingPart } from './missing-part';

/** Asks what changes for somebody where the statement stops at the doing. */
export const retextMissingChange = missingPart('missing-change', {
  part: 'change',
  message: 'What changes for them is not said',
  question: 'So that what? What can they do, have or be afterwards that they could not before?',
  note: 'A doing says how you spend your days. The change is why it is worth it, and shows when the purpose has been met.',
});
