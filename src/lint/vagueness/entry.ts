import type { Severity } from '../finding';
import type { WordRuleId } from '../lexicon';
import type { Traits } from '../rule';
import type { FactKind } from './facts';
import type { Phrase } from './pattern';

/** The item of a word list that makes it a rule: `level` is `info` where it is not given. */
export interface ListDefinition {
  readonly defines: WordRuleId;
  readonly title: string;
  readonly summary: string;
  readonly level?: Severity | 'off';
  readonly traits?: Traits;
}

/** A condition on where a phrase stands; see `conditions.ts`. */
export type Condition =
  | 'adjective'
  | 'attributive'
  | 'bare'
  | 'coordinated'
  | 'final'
  | 'leading'
  | 'loose'
  | 'noun'
  | 'ours'
  | 'placeless'
  | 'predicative'
  | 'uncounted'
  | 'unnamed'
  | 'unqualified'
  | 'verb';

/** A group of the word lists: phrases on one topic that ask one question. */
export interface Topic {
  readonly topic: string;
  readonly rule: WordRuleId;
  /** What is said of the phrase: “quality” + says. */
  readonly says: string;
  readonly question: string;
  readonly why: string;
  /** The forms a single word of the list has: as verb, noun, or adjective with its adverb. */
  readonly forms?: 'a' | 'n' | 'v';
  readonly when?: readonly Condition[];
  /** Not vague right after, or right before, one of these words. */
  readonly unless?: { readonly after?: readonly string[]; readonly before?: readonly string[] };
  /** Words and phrases that match and are clear all the same. */
  readonly except?: readonly string[];
  readonly instead?: readonly string[];
  /** Whether its one replacement cannot be wrong, wherever the phrase is. */
  readonly safe?: true;
  /** The kinds of fact elsewhere in the document that answer the question. */
  readonly clearedBy?: readonly FactKind[];
  readonly entries: readonly (string | EntryData)[];
}

/** A phrase that differs from its group in something. */
export interface EntryData extends Partial<Omit<Topic, 'entries' | 'topic' | 'rule'>> {
  readonly phrase: string;
}

/** A phrase as the matcher uses it. */
export interface Entry {
  readonly rule: WordRuleId;
  readonly topic: string;
  readonly written: string;
  readonly phrase: Phrase;
  readonly forms: Topic['forms'];
  readonly says: string;
  readonly question: string;
  readonly why: string;
  readonly when: readonly Condition[];
  readonly after: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly except: ReadonlySet<string>;
  readonly instead: readonly string[];
  readonly safe: boolean;
  readonly clearedBy: readonly FactKind[];
}
