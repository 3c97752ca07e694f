import type { Root, Sentence as SentenceNode } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import retextReadability from 'retext-readability';
import type { Plugin } from 'unified';
import { isParticiple } from '../../english/inflect';
import { type Sentence, sentenceNodes, sentencesOf } from '../../english/sentences';
import type { Token } from '../../english/token';
import { isEveryday, isFormal } from '../../english/word-difficulty';
import { gradeOf } from '../../statement/figures';
import { countSentence } from '../../statement/figures/counts';
import type { Draft } from '../finding';
import { adaptRetextPlugin, type PluginFinding } from '../retext-adapter';
import { defineRule } from '../rule';
import { hardWords, isNameLike, isTermLike } from './hard-words';

/** Age at grade 0: pupils start the first grade at six. */
const AGE_AT_GRADE_0 = 5;

/** Longer sentences can be split. A shorter one is hard only by its words. */
const LONG_SENTENCE = 25;
/** For a younger reader, a long everyday word can be hard. */
const AGE_OF_EVERYDAY_WORDS = 16;
/** One hard word in a shorter sentence is often a term that has no plainer equal. */
const FEWEST_HARD_WORDS = 2;
const MOST_NAMED = 3;
/** In grades: names and everyday words take some time, too, which the plain words in their place do not. */
const ALLOWANCE = 1;

/**
 * Finds sentences that are hard to read. retext-readability decides, but only on sentences whose reading grade is also
 * above the reader's, with and without names and everyday words counted as they are. That saves its running time for
 * the others, and clears plain sentences that its Dale-Chall and Spache rate as hard, because they count each distinct
 * easy word once but every word of the sentence.
 */
export const readability = defineRule({
  id: 'readability',
  title: 'Readability',
  summary: 'sentences that are hard to read at sixteen, with their reading grade and hardest words',
  level: 'info',
  scope: 'prose',
  options: {
    age: { kind: 'number', description: 'Age in years for which a sentence should be easy.', default: 16 },
    threshold: {
      kind: 'number',
      description: 'Share of the formulas that must agree.',
      default: 4 / 7,
      maximum: 1,
    },
    minWords: { kind: 'number', description: 'Shorter sentences are passed over.', default: 10 },
  },
  traits: { mark: 'first-word' },
  check({ age, threshold, minWords }) {
    // The library treats 0 as "not given", so the smallest positive number represents 0.
    const ask = adaptRetextPlugin(
      retextReadability.bind(undefined, {
        age: age || Number.MIN_VALUE,
        threshold: threshold || Number.MIN_VALUE,
        minWords,
      }) as Plugin<[], Root>,
    );
    return (tree) => {
      const suspects = suspectsOf(tree, age, minWords);
      if (suspects.length === 0) return [];
      const votes = votesOn(suspects, ask);
      return suspects.flatMap((suspect) => {
        const vote = votes.get(suspect.node.position?.start.offset ?? -1);
        return vote ? [toDraft(suspect, vote, age)] : [];
      });
    };
  },
});

interface Suspect {
  readonly node: SentenceNode;
  /** Without the label of a list item. */
  readonly start: number;
  readonly grade: number;
  readonly isLong: boolean;
  /** The words that a plainer one could replace, the hardest first. */
  readonly hard: readonly string[];
}

function suspectsOf(tree: Root, age: number, minWords: number): Suspect[] {
  const nodes = sentenceNodes(tree).filter(({ children }) =>
    children.some(({ type }) => type !== 'WhiteSpaceNode'),
  );
  const suspects: Suspect[] = [];
  sentencesOf(tree).forEach((sentence, index) => {
    const node = nodes[index];
    const counts = countSentence(sentence);
    if (!node || counts.words < minWords || !isSentence(sentence) || isSetText(sentence)) return;
    if (isFragment(sentence, index === 0) || isGlued(node)) return;
    const grade = gradeOf(counts);
    // The grade is shown without decimals.
    const isAbove = (one: number) => Math.round(one) + AGE_AT_GRADE_0 > age;
    const isKnown = age < AGE_OF_EVERYDAY_WORDS ? isNameLike : isNameOrEveryday;
    if (!isAbove(grade) || !isAbove(gradeOf(countSentence(withoutTerms(sentence, isKnown))) + ALLOWANCE))
      return;
    const hard = hardWords(sentence, age < AGE_OF_EVERYDAY_WORDS ? isKnown : hasNoPlainer);
    const isLong = counts.words > LONG_SENTENCE;
    const isHard = age < AGE_OF_EVERYDAY_WORDS || hard.length >= FEWEST_HARD_WORDS;
    if (isLong || isHard) suspects.push({ node, start: startOf(sentence), grade, isLong, hard });
  });
  return suspects;
}

/** Terms and plain long words have no plainer equal. */
function hasNoPlainer(token: Token): boolean {
  return isNameLike(token) || isEveryday(token) || !isFormal(token);
}

function isNameOrEveryday(token: Token): boolean {
  return isNameLike(token) || isTermLike(token) || isEveryday(token);
}

/** A label before a definition: "Associate members — Associate members have no vote." */
const LONGEST_LABEL = 4;
const PLAIN: Pick<Token, 'text' | 'lower'> = { text: 'number', lower: 'number' };

/** The sentence with a plain word for each known one, and without the label before it. */
function withoutTerms(sentence: Sentence, isKnown: (token: Token) => boolean): Sentence {
  const { tokens } = sentence;
  const dash = tokens.findIndex(({ text }) => /^[—–:]$/.test(text));
  const from = dash > 0 && dash <= LONGEST_LABEL ? dash + 1 : 0;
  return {
    ...sentence,
    tokens: tokens.slice(from).map((token) => (isKnown(token) ? { ...token, ...PLAIN } : token)),
  };
}

/** Words of licences and contracts, whose clauses lawyers have agreed on. */
const LEGAL =
  /^(?:licen[sc](?:e|es|ed|ing)|sublicen[sc]e|trademarks?|copyrights?|warrant(?:y|ies)|indemn\w+|liabilit(?:y|ies)|herein|hereby|thereof|pursuant)$/;
/** In commas after a colon: a list of names is read item by item. */
const ENUMERATION = 5;

/**
 * Whether a sentence is a clause of a licence, an enumeration, a paragraph of list items ("a. … b. …") or rows of a table, or
 * has code of a template, or only names what to read.
 */
function isSetText({ tokens }: Sentence): boolean {
  if (tokens.some(({ lower }) => LEGAL.test(lower) || lower.includes('{') || lower === '|')) return true;
  if (isPointer(tokens)) return true;
  if (tokens.some((_, at) => at > 0 && labelEnd(tokens, at) > at)) return true;
  // "(1) …, (2) …", "…; …; …": set out already.
  if (tokens.filter((_, at) => isBracketed(tokens, at)).length >= MARKED_PARTS) return true;
  if (tokens.filter(({ text }) => text === ';').length >= MARKED_PARTS) return true;
  const colon = tokens.findIndex(({ text }) => text === ':');
  return colon > 0 && tokens.slice(colon).filter(({ text }) => /^[,;]$/.test(text)).length >= ENUMERATION;
}

/** "For more details on …, please see A, B and C." */
function isPointer(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  if (first === undefined || !/^(?:for|please|see)$/.test(first.lower)) return false;
  return (
    first.lower === 'see' || tokens.some(({ lower }, at) => at > 0 && /^(?:see|visit|consult)$/.test(lower))
  );
}

/** In an enumeration with "(1)" or semicolons: so many marks show its parts. */
const MARKED_PARTS = 2;

/** "(1)", "(b)", "(iii)" at an index. */
function isBracketed(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text === '(') return LABEL.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text === ')';
  return /^\((?:\d{1,2}|[a-h]|i{1,3}|iv|v)\)$/.test(tokens[at]?.text ?? '');
}
const LABEL = /^(?:\d{1,2}|[a-h]|i{1,3}|iv|v)$/;

/** Words that begin a sentence of its own, in any case. */
const OPENERS = /^(?:determiner|possessive|pronoun|to|conjunction)$/;

/** Whether a sentence is one item of a list that is one sentence: "engage in the work;", "partner with others; and". */
function isFragment({ tokens }: Sentence, isFirst: boolean): boolean {
  const last = tokens.at(-1)?.text ?? '';
  const end = /^(?:and|or)$/.test(last) ? (tokens.at(-2)?.text ?? '') : last;
  if (/^[;,:]$/.test(end)) return true;
  const [first] = tokens;
  return isFirst && first !== undefined && /^\p{Ll}+$/u.test(first.text) && !OPENERS.test(first.tag);
}

/** Words with which a sentence begins, and no name. */
const BEGINNING = /^(?:These|Those|This|They|It|We|You|If|When|However|There)$/;

/** Whether a list item without a full stop runs into the sentence on the next line, which would be rated with it. */
function isGlued({ children }: SentenceNode): boolean {
  return children.some((child, at) => {
    const next = children[at + 1];
    if (child.type !== 'WhiteSpaceNode' || !/\n/.test(child.value) || next?.type !== 'WordNode') return false;
    const before = children[at - 1];
    return before?.type === 'WordNode' && BEGINNING.test(textOf(next));
  });
}

/** The index after the label of a list item at an index ("b.", "iii)"), or the same index. */
function labelEnd(tokens: readonly Token[], at: number): number {
  const text = tokens[at]?.text ?? '';
  if (/^(?:[b-h]|i{1,3}|iv|vi{0,3}|ix|x)[.)]$/.test(text)) return at + 1;
  return /^(?:[a-h]|i{1,3}|iv|vi{0,3}|ix)$/.test(text) && /^[.)]/.test(tokens[at + 1]?.text ?? '')
    ? at + 2
    : at;
}

/** In tokens. Anything longer is prose. */
const LONGEST_HEADING = 60;

/**
 * A sentence rather than a heading, list item or table cell: it ends with a full stop, or has a verb other than a
 * participle.
 */
function isSentence({ tokens }: Sentence): boolean {
  if (tokens.length > LONGEST_HEADING || /^[.!?…]/.test(tokens.at(-1)?.text ?? '')) return true;
  return tokens.some(isFiniteVerb);
}

function isFiniteVerb({ tag, lower }: Token): boolean {
  if (tag === 'verb') return !isParticiple(lower);
  // "It's", "we've"
  return tag === 'auxiliary' || tag === 'modal' || (tag === 'pronoun' && lower.includes("'"));
}

/** The sentences that the library rates as hard, by their start, and its messages. */
function votesOn(
  suspects: readonly Suspect[],
  ask: (tree: Root) => readonly PluginFinding[],
): ReadonlyMap<number, string> {
  const children = suspects.map(({ node }) => node);
  const votes = new Map<number, string>();
  for (const { start, reason } of ask({
    type: 'RootNode',
    children: [{ type: 'ParagraphNode', children }],
  })) {
    const vote = /(?:\d+ out of|all) \d+/.exec(reason)?.[0];
    if (vote) votes.set(start, vote);
  }
  return votes;
}

function startOf({ tokens, start }: Sentence): number {
  return tokens[labelEnd(tokens, 0)]?.start ?? start;
}

function toDraft({ node, start, grade, isLong, hard }: Suspect, vote: string, age: number): Draft {
  // In a long sentence, one hard word is not what makes it hard.
  const named = (isLong && hard.length < FEWEST_HARD_WORDS ? [] : hard)
    .slice(0, MOST_NAMED)
    .map((word) => `“${word}”`)
    .join(', ');
  const questions = [
    ...(isLong ? ['Where could a new sentence start'] : []),
    ...(named ? [`${isLong ? 'what' : 'What'} plainer word would do for ${named}`] : []),
  ];
  return {
    start,
    end: node.position?.end.offset ?? 0,
    message: `Hard to read for a ${age}-year-old: reading grade ${Math.round(grade)}, ${vote} formulas agree${named ? `; hardest words: ${named}` : ''}`,
    note: 'A grade is the school year that a reader should have finished. Long sentences and rare, long words raise it; people pass on what they grasp at the first reading.',
    question: `${questions.join(', and ') || `How would you say it to a ${age}-year-old`}?`,
  };
}
