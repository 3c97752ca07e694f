import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type WordOptions, wordListPlugin } from '../vagueness/rule';

/** Finds trying instead of doing: strive to, seek to, committed to. */
export const retextHedge: Plugin<[(WordOptions | null)?], Root> = wordListPlugin('hedge');
