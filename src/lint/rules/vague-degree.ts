import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type WordOptions, wordListPlugin } from '../vagueness/rule';

/** Finds praise and degree words with no yardstick: quality, excellent, effective. */
export const retextVagueDegree: Plugin<[(WordOptions | null)?], Root> = wordListPlugin('vague-degree');
