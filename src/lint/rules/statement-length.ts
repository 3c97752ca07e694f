import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { sentencesOf, wordsOf } from '../../english/sentences';
import { ruleUrl } from '../rule-url';
import { positionOf } from '../vagueness/place';
import { STATEMENT_LENGTH } from './options';
import type { Advice } from './prose-rule';

/** How long a statement may be; `0` sets no limit. What is not given is as in {@link STATEMENT_LENGTH}. */
export interface StatementLengthOptions {
  /** Most sentences. */
  readonly sentences?: number | null;
  /** Most words. */
  readonly words?: number | null;
}

const ID = 'statement-length';

/**
 * Finds a statement that is too long to be known by heart. Its tree is the statement's. The mark is on the one word
 * with which it grows too long: that is where to look, and it leaves the rest of the text quiet.
 */
export const retextStatementLength: Plugin<[(StatementLengthOptions | null)?], Root> = (options) => {
  const mostSentences = limit(options?.sentences, STATEMENT_LENGTH.sentences.default);
  const mostWords = limit(options?.words, STATEMENT_LENGTH.words.default);
  return (tree, file) => {
    const sentences = sentencesOf(tree)
      .map(wordsOf)
      .filter((words) => words.length > 0);
    const words = sentences.flat();
    const tooMany = [
      ...(sentences.length > mostSentences
        ? [`${mostSentences} ${mostSentences === 1 ? 'sentence' : 'sentences'}`]
        : []),
      ...(words.length > mostWords ? [`${mostWords} words`] : []),
    ];
    const [bySentences, byWords] = [sentences[mostSentences]?.[0], words[mostWords]];
    const over = earlier(bySentences, byWords);
    if (!over) return;
    const place = positionOf(tree, over.start, over.end);
    const size = `${sentences.length} ${sentences.length === 1 ? 'sentence' : 'sentences'} and ${words.length} words`;
    const said = file.message(`The statement has ${size}, more than ${tooMany.join(' and ')}`, {
      ruleId: ID,
      source: 'purpose',
      ...(place && { place }),
    });
    const advice: Advice = {
      url: ruleUrl(ID),
      actual: over.text,
      expected: [],
      note: 'People pass on what they can say from memory. The rest is not lost: it can stand below the statement.',
      question: 'Which part would you say to somebody in a lift, and which can stand below it?',
    };
    Object.assign(said, advice);
  };
};

function limit(value: number | null | undefined, standard: number): number {
  if (typeof value !== 'number' || !(value >= 0)) return standard;
  return value === 0 ? Number.POSITIVE_INFINITY : Math.floor(value);
}

function earlier<T extends { start: number }>(one: T | undefined, other: T | undefined): T | undefined {
  if (!one || !other) return one ?? other;
  return one.start <= other.start ? one : other;
}
