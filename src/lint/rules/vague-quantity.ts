import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type VaguenessOptions, vaguenessPlugin } from '../vagueness/rule';

/** Finds many, various, a wide range of: how many is left open. */
export const retextVagueQuantity: Plugin<[(VaguenessOptions | null)?], Root> =
  vaguenessPlugin('vague-quantity');
