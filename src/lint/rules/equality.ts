import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type WordOptions, wordListPlugin } from '../vagueness/rule';

/** Finds words that leave people out or name them by one trait: chairman, the handicapped. */
export const retextEquality: Plugin<[(WordOptions | null)?], Root> = wordListPlugin('equality');
