// Generated from the rules by `npm run generate`: the whole public interface of the library.

import type { Plugin, Preset, Processor } from 'unified';
import type { AcceptOptions, ReadableOptions, StatementLengthOptions, WordOptions } from './rules.mjs';

/** How much a finding weighs, or `off`. */
export type Level = 'off' | 'info' | 'warning' | 'error';

/** A level for each rule, with its options if it has some. */
export interface RuleSettings {
  /** many, various, a wide range of: how many is left open */
  readonly 'vague-quantity'?: Level | readonly [Level, WordOptions?];
  /** praise and degree words with no yardstick: quality, excellent, effective */
  readonly 'vague-degree'?: Level | readonly [Level, WordOptions?];
  /** jargon, clichés and hype: innovative, empower, make a difference */
  readonly buzzword?: Level | readonly [Level, WordOptions?];
  /** trying instead of doing: strive to, seek to, committed to */
  readonly hedge?: Level | readonly [Level, WordOptions?];
  /** words so broad that they could be anyone or anything: stakeholders, needs, the community */
  readonly generality?: Level | readonly [Level, WordOptions?];
  /** claims without bounds: everyone, always, the world */
  readonly absolute?: Level | readonly [Level, WordOptions?];
  /** long words and phrases that have a shorter everyday one: utilize, in order to */
  readonly simplify?: Level | readonly [Level, WordOptions?];
  /** words that leave people out or name them by one trait: chairman, the handicapped */
  readonly equality?: Level | readonly [Level, WordOptions?];
  /** the passive voice, which leaves out who does it: is provided, were founded */
  readonly passive?: Level | readonly [Level, AcceptOptions?];
  /** a word that appears twice in a row: the the */
  readonly 'repeated-words'?: Level | readonly [Level, AcceptOptions?];
  /** sentences that are hard to read at sixteen, with their reading grade and hardest words */
  readonly readability?: Level | readonly [Level, ReadableOptions?];
  /** a statement of more than two sentences or 40 words */
  readonly 'statement-length'?: Level | readonly [Level, StatementLengthOptions?];
  /** a statement that does not say who it is for */
  readonly 'missing-who'?: Level | readonly [Level];
  /** a statement that does not say what is done */
  readonly 'missing-what'?: Level | readonly [Level];
  /** a statement that does not say what changes for anyone */
  readonly 'missing-change'?: Level | readonly [Level];
  /** a purpose file without a statement */
  readonly 'missing-statement'?: Level | readonly [Level];
  /** a blank that a template left open: `{{who}}`, TBD, ____ */
  readonly 'unfilled-placeholder'?: Level | readonly [Level, AcceptOptions?];
  /** front matter that cannot be read */
  readonly 'front-matter'?: Level | readonly [Level];
  /** a purpose without a review for longer than its `review:` allows */
  readonly 'review-overdue'?: Level | readonly [Level];
  /** an objection in the consent round that is not answered yet */
  readonly 'open-objection'?: Level | readonly [Level];
  /** a statement whose words have changed since it was ratified */
  readonly 'ratified-changed'?: Level | readonly [Level];
  /** a ratified statement whose term has ended */
  readonly 'ratified-expired'?: Level | readonly [Level];
  /** a shared copy that differs from its purpose file, or markers that do not form a copy */
  readonly 'stale-copy'?: Level | readonly [Level];
  /** `serves:` that leads nowhere, or in a loop */
  readonly 'broken-link'?: Level | readonly [Level];
  /** a `<!-- purpose … -->` comment with a mistake */
  readonly suppression?: Level | readonly [Level];
  /** a block that would take too long to read, so that no rule checked it */
  readonly 'unreadable-block'?: Level | readonly [Level];
}

/** Settings as in `.purposerc.json`. */
export interface PurposeSettings {
  readonly rules?: RuleSettings;
  /** Words that no rule asks about, in all their forms. */
  readonly accept?: readonly string[];
  /** Your own words to ask about, in all their forms. */
  readonly flag?: readonly string[];
  /** Where vague wording is marked: in the statement, with what is sure around it, or in the whole file. */
  readonly scope?: 'statement' | 'file';
}

/** A message of a file, with the sharpening question that Purpose adds. */
export type PurposeMessage = Awaited<ReturnType<Processor['process']>>['messages'][number] & {
  readonly question?: string;
};

/**
 * Runs all rules as the editor and the command line do: settings, `lint:` in front matter and suppression comments
 * included. It throws if a setting cannot be used.
 */
export declare const remarkPurpose: Plugin<[settings?: PurposeSettings | null | undefined]>;

/** For `unified().use(remarkParse).use(purposePreset)`, or `remark --use purpose-md/preset`. */
export declare const purposePreset: Preset;

export default purposePreset;
