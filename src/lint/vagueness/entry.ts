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

/** What a rule says and asks of a stretch of text. */
export interface Advice {
  readonly topic: string;
  readonly rule: WordRuleId;
  /** What is said of the phrase: “quality” + says. */
  readonly says: string;
  readonly question: string;
  readonly why: string;
  /** The kinds of fact elsewhere in the document that answer the question. */
  readonly clearedBy?: readonly FactKind[];
}

/** A group of the word lists: phrases on one topic that ask one question. */
export interface Topic extends Advice {
  /** The forms a single word of the list has: as verb, noun, or adjective with its adverb. */
  readonly forms?: 'a' | 'n' | 'v';
  readonly instead?: readonly string[];
  /** Whether its one replacement cannot be wrong, wherever the phrase is. */
  readonly safe?: true;
  readonly entries: readonly (string | EntryData)[];
}

/** A phrase that differs from its group in something. */
export interface EntryData extends Partial<Omit<Topic, 'entries' | 'topic' | 'rule'>> {
  readonly phrase: string;
}

/** What is said of a match. */
export interface Entry extends Advice {
  /** The phrase as the list has it; empty for wording that no list has. */
  readonly written: string;
  readonly forms: Topic['forms'];
  readonly instead: readonly string[];
  readonly safe: boolean;
  readonly clearedBy: readonly FactKind[];
}

/** A phrase as the matcher uses it. */
export interface ListedEntry extends Entry {
  readonly phrase: Phrase;
}
