import type { Root } from 'nlcst';
import { changesOf } from './anatomy/change';
import { type Stretch, spanOf } from './anatomy/shape';
import { doingsOf } from './anatomy/what';
import { somebodiesOf } from './anatomy/who';
import type { Span } from './position';
import { type Sentence, sentencesOf, type Token } from './sentences';

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

export function findAnatomy(tree: Root): Anatomy {
  const sentences = sentencesOf(tree).map(withStopsApart);
  const people = sentences.map(somebodiesOf);
  const who = best(people.flat());
  const what = best(sentences.flatMap((sentence, index) => doingsOf(sentence, people[index] ?? [])));
  const change = best(sentences.flatMap((sentence, index) => changesOf(sentence, people[index] ?? [])));
  return { ...(who && { who }), ...(what && { what }), ...(change && { change }) };
}

/** A full stop before a small letter is taken for an abbreviation's: "children. we also …". Here it ends the word. */
function withStopsApart(sentence: Sentence): Sentence {
  if (!sentence.tokens.some(hasStop)) return sentence;
  const tokens = sentence.tokens.flatMap((token) => {
    if (!hasStop(token)) return [token];
    const { text, lower, end } = token;
    const word = { ...token, text: text.slice(0, -1), lower: lower.slice(0, -1), end: end - 1 };
    return [
      word,
      { ...token, kind: 'punctuation' as const, text: '.', lower: '.', start: end - 1, spaced: false },
    ];
  });
  return { ...sentence, tokens };
}

function hasStop({ kind, text }: Token): boolean {
  return kind === 'word' && /[a-z]{3}\.$/.test(text);
}

function best(found: readonly (Stretch & { readonly weight: number })[]): AnatomyPart | undefined {
  let first: (typeof found)[number] | undefined;
  for (const one of found) if (!first || one.weight > first.weight) first = one;
  return first && partOf(first);
}

function partOf(stretch: Stretch): AnatomyPart | undefined {
  const span = spanOf(stretch);
  if (!span) return undefined;
  return { ...span, text: textOf(stretch.sentence, span) };
}

function textOf({ tokens }: Sentence, { start, end }: Span): string {
  let text = '';
  for (const token of tokens) {
    if (token.start < start || token.end > end) continue;
    text += `${text && token.spaced ? ' ' : ''}${token.text}`;
  }
  return text;
}
