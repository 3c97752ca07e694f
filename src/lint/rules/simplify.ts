import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type WordOptions, wordListPlugin } from '../vagueness/rule';

/** Finds long words and phrases that have a shorter everyday one: utilize, in order to. */
export const retextSimplify: Plugin<[(WordOptions | null)?], Root> = wordListPlugin('simplify');
