import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type VaguenessOptions, vaguenessPlugin } from '../vagueness/rule';

/** Finds praise and degree words with no yardstick: quality, excellent, effective. */
export const retextVagueDegree: Plugin<[(VaguenessOptions | null)?], Root> = vaguenessPlugin('vague-degree');
