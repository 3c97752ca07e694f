import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type VaguenessOptions, vaguenessPlugin } from '../vagueness/rule';

/** Finds jargon, clichés and hype: innovative, empower, make a difference. */
export const retextBuzzword: Plugin<[(VaguenessOptions | null)?], Root> = vaguenessPlugin('buzzword');
