import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type WordOptions, wordListPlugin } from '../vagueness/rule';

/** Finds claims without bounds: everyone, always, the world. */
export const retextAbsolute: Plugin<[(WordOptions | null)?], Root> = wordListPlugin('absolute');
