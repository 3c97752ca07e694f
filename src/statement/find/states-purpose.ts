import { LETTERS, lazyTest } from '../../text/letters';
import { textTest } from './patterns';

// The signs that a text states a purpose although it begins like text about a document, or like a request. Patterns are
// for lower-case text.

/** Speaks to the reader, or of a document: “so that you find it”, “so that readers of this page …”. */
const isToReaders = textTest('toReaders');
const saysSoThat = lazyTest(`(?<![${LETTERS}])(?:so that|in order that)(?![${LETTERS}])`);
const saysWhatWeDo = textTest('whatWeDo');

/** Says what for, to nobody in particular: “Check boats so that crews come home.” */
export function saysWhatFor(lower: string): boolean {
  return saysSoThat(lower) && (!isToReaders(lower) || saysWhatWeDo(lower));
}

/** Says what a group does, or what for: “Hello, we bake bread for sailors.” */
export function statesPurpose(lower: string): boolean {
  return saysWhatWeDo(lower) || saysWhatFor(lower);
}

/** Names something to read, or where to find it: “Read the charter”, “See below”. */
export const namesDocument = textTest('namesDocument');
