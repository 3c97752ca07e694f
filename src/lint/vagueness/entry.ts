import type { Severity } from '../finding';
import type { WordRuleId } from '../lexicon';
import type { Traits } from '../rule';
import type { FactKind } from './facts';
import type { Phrase } from './pattern';

/**
 * How the sentence itself can make a word concrete:
 * - `context`: the words around it say which ones are meant, or it has another meaning there;
 * - `negation`: the sentence denies it;
 * - `measure`: a figure follows in brackets, after a colon or after a bound (“under 200 ms”);
 * - `evidence`: evidence or a standard follows (“as shown by our reports”, “ISO 9001”);
 * - `number-near`, `number-after`: a figure is next to it, or directly after it (“maximum 40 %”);
 * - `example`: an example or a definition follows; `including` and `colon` also introduce one;
 * - `list`: a list of its things follows in brackets, after a colon or as “from … to …”;
 * - `attempt`: the sentence denies the attempt, or speaks of it as a thing;
 * - `not-all`: the sentence denies that it is all of them.
 */
export type Clearance =
  | 'context'
  | 'negation'
  | 'measure'
  | 'evidence'
  | 'number-near'
  | 'number-after'
  | 'example'
  | 'including'
  | 'colon'
  | 'list'
  | 'attempt'
  | 'not-all';

/** The item of a word list that defines its rule: `level` defaults to `info`, `clearances` to none. */
export interface ListDefinition {
  readonly defines: WordRuleId;
  readonly title: string;
  readonly summary: string;
  readonly level?: Severity | 'off';
  readonly traits?: Traits;
  readonly clearances?: readonly Clearance[];
}

/** The message and question for a match. */
export interface Advice {
  readonly topic: string;
  readonly rule: WordRuleId;
  /** The end of the message: “quality” + says. */
  readonly says: string;
  readonly question: string;
  readonly why: string;
  /** The kinds of facts elsewhere in the document that answer the question. */
  readonly clearedBy?: readonly FactKind[];
}

/** A group of a word list: phrases on one topic with one question. */
export interface Topic extends Advice {
  /** The forms a single word of the list has: as verb, noun, or adjective with its adverb. */
  readonly forms?: 'a' | 'n' | 'v';
  readonly instead?: readonly string[];
  /** Whether its one replacement is always correct, in any context. */
  readonly safe?: true;
  readonly entries: readonly (string | EntryData)[];
}

/** A phrase that differs from its topic in some property. */
export interface EntryData extends Partial<Omit<Topic, 'entries' | 'topic' | 'rule'>> {
  readonly phrase: string;
}

/** The advice for a match. */
export interface LexiconEntry extends Advice {
  /** The phrase as in the list; empty for wording that no list has. */
  readonly written: string;
  readonly forms: Topic['forms'];
  readonly instead: readonly string[];
  readonly safe: boolean;
  readonly clearedBy: readonly FactKind[];
}

/** A phrase compiled for the matcher. */
export interface ListedEntry extends LexiconEntry {
  readonly phrase: Phrase;
}
