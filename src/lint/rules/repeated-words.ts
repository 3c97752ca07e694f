import type { Root } from 'nlcst';
import retextRepeatedWordsOfLibrary from 'retext-repeated-words';
import { type Plugin, unified } from 'unified';
import { sentencesOf } from '../../english/sentences';
import { reportAs } from './library-rule';

/** Options of the rule `repeated-words`. */
export interface RepeatedWordsOptions {
  /** Words that may stand twice. */
  readonly accept?: readonly string[] | null;
}

/** Finds a word that stands twice in a row, by retext-repeated-words. */
export const retextRepeatedWords: Plugin<[(RepeatedWordsOptions | null)?], Root> = (options) => {
  const accepted = new Set((options?.accept ?? []).map((word) => String(word).toLowerCase()));
  const library = unified().use(retextRepeatedWordsOfLibrary).freeze();
  return reportAs(
    'repeated-words',
    (tree, file) => {
      if (mayRepeat(tree)) library.runSync(tree, file);
    },
    ({ actual = '', expected }) => {
      const [word = actual] = expected ?? [];
      if (accepted.has(word.toLowerCase())) return undefined;
      return {
        reason: `“${word}” stands there twice in a row`,
        expected: [word],
        note: 'A doubled word is easily made while rewording and easily overlooked by the one who wrote it.',
        question: 'Is one of the two left over from an earlier wording?',
      };
    },
  );
};

/** Few texts repeat a word, and to look costs less than to ask the library. */
function mayRepeat(tree: Root): boolean {
  return sentencesOf(tree).some(({ tokens }) =>
    tokens.some(({ kind, lower }, at) => kind !== 'punctuation' && lower === tokens[at + 1]?.lower),
  );
}
