import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type WordOptions, wordListPlugin } from '../vagueness/rule';

/** Finds many, various, a wide range of: how many is left open. */
export const retextVagueQuantity: Plugin<[(WordOptions | null)?], Root> = wordListPlugin('vague-quantity');
