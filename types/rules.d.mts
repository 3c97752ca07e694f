// Generated from the rules by `npm run generate`: the whole public interface of the library.

import type { Plugin } from 'unified';

export interface WordOptions {
  /** Words that this rule never marks. */
  readonly accept?: string | readonly string[] | null;
  /** Words of your own that this rule marks. */
  readonly flag?: string | readonly string[] | null;
}

export interface AcceptOptions {
  /** Words that this rule never marks. */
  readonly accept?: string | readonly string[] | null;
}

export interface ReadableOptions {
  /** Age in years for which a sentence should be easy. Default: 16. */
  readonly age?: number | null;
  /** Share of the formulas that must agree. Default: 0.57. */
  readonly threshold?: number | null;
  /** Shorter sentences are passed over. Default: 10. */
  readonly minWords?: number | null;
}

export interface StatementLengthOptions {
  /** Most sentences; 0 sets no limit. Default: 2. */
  readonly sentences?: number | null;
  /** Most words; 0 sets no limit. Default: 40. */
  readonly words?: number | null;
}

/** Finds a blank that a template left open: `{{who}}`, TBD, ____. */
export declare const remarkUnfilledPlaceholder: Plugin<[options?: AcceptOptions | null | undefined]>;

/** Finds a block that would take too long to read, so that no rule checked it. */
export declare const remarkUnreadableBlock: Plugin<[]>;

/** Finds a purpose file without a statement. */
export declare const remarkMissingStatement: Plugin<[]>;

/** Finds a statement of more than two sentences or 40 words. */
export declare const retextStatementLength: Plugin<[options?: StatementLengthOptions | null | undefined]>;

/** Finds a statement that does not say what changes for anyone. */
export declare const retextMissingChange: Plugin<[]>;

/** Finds a statement that does not say what is done. */
export declare const retextMissingWhat: Plugin<[]>;

/** Finds a statement that does not say who it is for. */
export declare const retextMissingWho: Plugin<[]>;

/** Finds a statement whose words have changed since it was ratified. */
export declare const remarkRatifiedChanged: Plugin<[]>;

/** Finds a word that appears twice in a row: the the. */
export declare const retextRepeatedWords: Plugin<[options?: AcceptOptions | null | undefined]>;

/** Finds an objection in the consent round that is not answered yet. */
export declare const remarkOpenObjection: Plugin<[]>;

/** Finds claims without bounds: everyone, always, the world. */
export declare const retextAbsolute: Plugin<[options?: WordOptions | null | undefined]>;

/** Finds front matter that cannot be read. */
export declare const remarkFrontMatter: Plugin<[]>;

/** Finds jargon, clichés and hype: innovative, empower, make a difference. */
export declare const retextBuzzword: Plugin<[options?: WordOptions | null | undefined]>;

/** Finds long words and phrases that have a shorter everyday one: utilize, in order to. */
export declare const retextSimplify: Plugin<[options?: WordOptions | null | undefined]>;

/** Finds many, various, a wide range of: how many is left open. */
export declare const retextVagueQuantity: Plugin<[options?: WordOptions | null | undefined]>;

/** Finds praise and degree words with no yardstick: quality, excellent, effective. */
export declare const retextVagueDegree: Plugin<[options?: WordOptions | null | undefined]>;

/** Finds sentences that are hard to read at sixteen, with their reading grade and hardest words. */
export declare const retextReadable: Plugin<[options?: ReadableOptions | null | undefined]>;

/** Finds the passive voice, which leaves out who does it: is provided, were founded. */
export declare const retextPassive: Plugin<[options?: AcceptOptions | null | undefined]>;

/** Finds trying instead of doing: strive to, seek to, committed to. */
export declare const retextHedge: Plugin<[options?: WordOptions | null | undefined]>;

/** Finds words so broad that they could be anyone or anything: stakeholders, needs, the community. */
export declare const retextGenerality: Plugin<[options?: WordOptions | null | undefined]>;

/** Finds words that leave people out or name them by one trait: chairman, the handicapped. */
export declare const retextEquality: Plugin<[options?: WordOptions | null | undefined]>;
