import type { Root } from 'nlcst';
import { memoiseLast } from '../../english/memoise-last';
import { type Sentence, sentencesOf } from '../../english/sentences';
import { markCode } from './code-words';
import type { ReadSentence } from './match';

/** A tree's sentences, with names and quotations marked. */
export const readSentences = memoiseLast((tree: Root): readonly ReadSentence[] =>
  sentencesOf(tree).map((sentence, at, all) => readSentence(sentence, all[at - 1], all[at + 1])),
);

function readSentence(
  sentence: Sentence,
  previous: Sentence | undefined,
  next: Sentence | undefined,
): ReadSentence {
  const tags = sentence.tokens.map(({ tag }) => tag);
  const apart = sentence.tokens.map(({ kind, isName }) => kind === 'source' || isName);
  markQuotations(sentence, apart);
  markCode(sentence, apart);
  return { ...sentence, tags, apart, previous, next };
}

/** Opening quotation marks, each with those that may close it. */
const QUOTES: Readonly<Record<string, readonly string[]>> = {
  '"': ['"'],
  '“': ['”'],
  '„': ['“', '”'],
  '«': ['»'],
  '»': ['«'],
  "'": ["'", '’'],
  '‘': ['’'],
  '’': ['’'],
  '‚': ['‘', '’'],
  '‹': ['›'],
  '›': ['‹'],
  '「': ['」'],
  '『': ['』'],
  '``': ["''", '"'],
  "''": ["''"],
};

/** "Ada wrote: “…”": the words have a speaker. */
function isSaid(tokens: Sentence['tokens'], open: number): boolean {
  return tokens
    .slice(Math.max(0, open - 3), open)
    .some(({ lower }) => /^(?:said|says|wrote|writes)$/.test(lower));
}

/** A quotation inside a sentence is another person's wording. A sentence that is entirely quoted is not. */
function markQuotations({ tokens }: Sentence, apart: boolean[]): void {
  let open = -1;
  let closing: readonly string[] = [];
  for (const [at, { kind, text, spaced }] of tokens.entries()) {
    if (kind !== 'punctuation') continue;
    if (open >= 0 && closing.includes(text)) {
      if (at - open < tokens.length * 0.6 || isSaid(tokens, open)) apart.fill(true, open, at + 1);
      open = -1;
      continue;
    }
    // An apostrophe after a word belongs to it: "the sailors' bread".
    const opens = QUOTES[text] !== undefined && (spaced || at === 0 || !/['’]/.test(text));
    if (open < 0 && opens) {
      open = at;
      closing = QUOTES[text] as readonly string[];
    }
  }
}
