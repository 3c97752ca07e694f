import { TOPICS } from '../lexicon';
import { listOf, packKeys, phraseKeys } from './phrase-list';

/** The keys of all word lists. The build runs this module and bundles only its value: see scripts/build/evaluated.js. */
export default packKeys(phraseKeys(listOf(TOPICS)));
