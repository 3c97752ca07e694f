import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type WordOptions, wordListPlugin } from '../vagueness/rule';

/** Finds jargon, clichés and hype: innovative, empower, make a difference. */
export const retextBuzzword: Plugin<[(WordOptions | null)?], Root> = wordListPlugin('buzzword');
