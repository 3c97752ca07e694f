import { sentencesOf, wordsOf } from '../../english/sentences';
import { plural } from '../../text/plural';
import { defineRule } from '../rule';

/**
 * Finds a statement that is too long to remember. It marks only the word that exceeds the limit, to keep the rest of
 * the text unmarked.
 */
export const statementLength = defineRule({
  id: 'statement-length',
  title: 'Statement length',
  summary: 'a statement of more than two sentences or 40 words',
  level: 'info',
  scope: 'statement',
  options: {
    sentences: { kind: 'number', description: 'Most sentences; 0 sets no limit.', default: 2 },
    words: { kind: 'number', description: 'Most words; 0 sets no limit.', default: 40 },
  },
  check(options) {
    const mostSentences = limit(options.sentences);
    const mostWords = limit(options.words);
    return (tree) => {
      const sentences = sentencesOf(tree)
        .map(wordsOf)
        .filter((words) => words.length > 0);
      const words = sentences.flat();
      const sentence = sentences[mostSentences]?.[0];
      const word = words[mostWords];
      const over = earlier(sentence, word);
      if (!over) return [];
      const tooMany = [
        ...(sentence ? [plural(mostSentences, 'sentence')] : []),
        ...(word ? [plural(mostWords, 'word')] : []),
      ];
      const mark = over === word ? `word ${mostWords + 1}` : `sentence ${mostSentences + 1}`;
      const size = `${plural(sentences.length, 'sentence')} and ${words.length} words`;
      return [
        {
          start: over.start,
          end: over.end,
          message: `The statement has ${size}, more than ${tooMany.join(' and ')}: hard to say from memory; ${mark} begins here`,
          note: 'People pass on what they can say from memory. The rest is not lost: it can go below the statement.',
          question: 'Which part would you say to somebody in a lift, and which can go below it?',
        },
      ];
    };
  },
});

function limit(value: number): number {
  return value === 0 ? Number.POSITIVE_INFINITY : Math.floor(value);
}

function earlier<T extends { start: number }>(one: T | undefined, other: T | undefined): T | undefined {
  if (!one || !other) return one ?? other;
  return one.start <= other.start ? one : other;
}
