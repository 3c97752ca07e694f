import type { Root } from 'nlcst';
import { rememberLast } from '../english/remember-last';
import { type Sentence, sentencesOf } from '../english/sentences';
import { changesOf } from './anatomy/change';
import { type Stretch, spanOf } from './anatomy/shape';
import { doingsOf } from './anatomy/what';
import { somebodiesOf } from './anatomy/who';
import { isFunctionWord } from './anatomy/words';
import type { Span } from './position';

/** A part of a statement: where it stands in the source, and what a reader reads there. */
export interface AnatomyPart extends Span {
  readonly text: string;
}

/** What a statement says, as far as it can be found; a part is left out where it is not. */
export interface Anatomy {
  readonly who?: AnatomyPart;
  readonly what?: AnatomyPart;
  readonly change?: AnatomyPart;
}

/**
 * Finds who a statement is for, what is done, and what changes for them.
 *
 * Each part is the plainest candidate in the whole statement, the first one among equals. Parts may overlap: whoever is
 * helped stands inside the words that tell the help.
 * @param tree the statement's retext tree; spans are in the offsets of its positions.
 */
export const findAnatomy = rememberLast((tree: Root): Anatomy => {
  const sentences = sentencesOf(tree).map(shortened);
  const people = sentences.map(somebodiesOf);
  const who = plainest(people.flat());
  const change = plainest(
    sentences.flatMap((sentence, index) => changesOf(sentence, people[index] ?? [], index > 0)),
  );
  const doing = plainest(sentences.flatMap((sentence, index) => doingsOf(sentence, people[index] ?? [])));
  const what = doing && change ? before(doing, change) : doing;
  const parts = { who: partOf(who), what: partOf(what), change: partOf(change) };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part));
});

/** No sentence is longer. In what is, the shapes are looked for at its start alone: their search is not linear. */
const MOST_TOKENS = 400;

function shortened(sentence: Sentence): Sentence {
  if (sentence.tokens.length <= MOST_TOKENS) return sentence;
  return { ...sentence, tokens: sentence.tokens.slice(0, MOST_TOKENS) };
}

type Candidate = Stretch & { readonly weight: number };

function plainest<T extends Candidate>(found: readonly T[]): T | undefined {
  return found.reduce<T | undefined>(
    (one, other) => (one && one.weight >= other.weight ? one : other),
    undefined,
  );
}

/** A doing ends where the change begins: "lend tools [so that …]". */
function before(doing: Candidate, change: Candidate): Candidate {
  const within = change.sentence === doing.sentence && change.from > doing.from && change.from < doing.to;
  if (!within || change.weight < 2) return doing;
  let to = change.from;
  while (to > doing.from + 1 && isFunctionWord(doing.sentence.tokens[to - 1]?.lower ?? '')) to--;
  // A single verb left over tells nothing: "help [students gain skills]".
  return to - doing.from > 1 ? { ...doing, to } : doing;
}

function partOf(stretch: Stretch | undefined): AnatomyPart | undefined {
  const span = stretch && spanOf(stretch);
  return span && { ...span, text: textOf(stretch.sentence, span) };
}

function textOf({ tokens }: Sentence, { start, end }: Span): string {
  let text = '';
  for (const token of tokens) {
    if (token.start < start || token.end > end) continue;
    text += `${text && token.spaced ? ' ' : ''}${token.text}`;
  }
  return text;
}
