import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type WordOptions, wordListPlugin } from '../vagueness/rule';

/** Finds words so broad that they could be anyone or anything: stakeholders, needs, the community. */
export const retextGenerality: Plugin<[(WordOptions | null)?], Root> = wordListPlugin('generality');
