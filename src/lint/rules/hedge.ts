import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type VaguenessOptions, vaguenessPlugin } from '../vagueness/rule';

/** Finds trying instead of doing: strive to, seek to, committed to. */
export const retextHedge: Plugin<[(VaguenessOptions | null)?], Root> = vaguenessPlugin('hedge');
