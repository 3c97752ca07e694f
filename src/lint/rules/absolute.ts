import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type VaguenessOptions, vaguenessPlugin } from '../vagueness/rule';

/** Finds claims without bounds: everyone, always, the world. */
export const retextAbsolute: Plugin<[(VaguenessOptions | null)?], Root> = vaguenessPlugin('absolute');
