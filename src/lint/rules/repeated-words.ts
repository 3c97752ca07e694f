import type { Root } from 'nlcst';
import retextRepeatedWords from 'retext-repeated-words';
import { sentencesOf } from '../../english/sentences';
import { isPlural } from '../fixes/place';
import { isOf } from '../fixes/words';
import { ACCEPT } from '../options';
import { adaptRetextPlugin } from '../retext-adapter';
import { defineRule } from '../rule';

/** Finds a doubled word, with retext-repeated-words. */
export const repeatedWords = defineRule({
  id: 'repeated-words',
  title: 'Repeated word',
  summary: 'a word that appears twice in a row: the the',
  level: 'info',
  scope: 'prose',
  options: ACCEPT,
  traits: { related: 'first-of-two' },
  check({ accept }) {
    const accepted = new Set(accept.map((word) => word.toLowerCase()));
    const repeated = adaptRetextPlugin(retextRepeatedWords);
    return (tree) =>
      mayRepeat(tree)
        ? repeated(tree).flatMap(({ start, end, actual, expected: [word = actual] }) =>
            accepted.has(word.toLowerCase()) || isPathEnd(tree, start)
              ? []
              : [
                  {
                    start,
                    end,
                    message: `“${word}” appears twice in a row`,
                    // “University UNIVERSITY” are a title and the line below it.
                    suggestions: areOneWord(actual) && !mayEcho(word) ? [word] : [],
                    ...(isOf('doubled', word) && { safe: true as const }),
                    note: 'A doubled word is easily made while rewording and easily overlooked by the one who wrote it.',
                    question: 'Is one of the two left over from an earlier wording?',
                  },
                ],
          )
        : [];
  },
});

/** Not with a link between them, nor in different capitals, save "We we" at the start of a sentence. */
function areOneWord(pair: string): boolean {
  const [first = '', second = '', ...rest] = pair.split(/\s+/);
  if (rest.length > 0 || first.toLowerCase() !== second.toLowerCase()) return false;
  return first === second || (isOf('doubled', second) && second === second.toLowerCase());
}

/** "What it is is rye", "we help people people trust": one of the two may be needed. */
function mayEcho(word: string): boolean {
  return isOf('echoed', word) || isPlural(word.toLowerCase());
}

/** "docker run baker/baker baker": the first of the two is the end of a path. */
function isPathEnd(tree: Root, start: number): boolean {
  return sentencesOf(tree).some(({ tokens }) =>
    tokens.some(
      (token, at) => token.start === start && !token.spaced && /[/\\@=:]$/.test(tokens[at - 1]?.text ?? ''),
    ),
  );
}

/** A cheap check before the library runs, since few texts repeat a word. */
function mayRepeat(tree: Root): boolean {
  return sentencesOf(tree).some(({ tokens }) =>
    tokens.some(({ kind, lower }, at) => kind !== 'punctuation' && lower === tokens[at + 1]?.lower),
  );
}
