import type { Sentence } from '../../english/sentences';
import type { Token } from '../../english/token';
import { wordFacts } from '../../english/word-difficulty';
import { wordRoot } from '../../english/word-root';
import { model } from '../wording/model';

/** A capital inside a word: "NumFOCUS", "GitHub". */
const isProduct = (text: string) => /\p{Ll}\p{Lu}/u.test(text);
/** The number of a list item: "iii". */
const ROMAN = /^[ivx]+$/i;

/** In syllables. */
const LONG = 3;

/**
 * The words of a sentence for which a plainer one may exist, the rarest first, one of each root: long, and neither
 * on the list of easy words nor known.
 */
export function hardWords({ tokens }: Sentence, isKnown: (token: Token) => boolean): readonly string[] {
  const hard = new Map<string, { text: string; rarity: number; syllables: number; letters: number }>();
  for (const token of tokens) {
    const { kind, text, lower, lemma } = token;
    const { easy, syllables, letters } = wordFacts(lower);
    if (kind !== 'word' || text.includes('.') || easy || syllables < LONG || isKnown(token)) continue;
    // "Creating" is no harder than "create", and "decision-making" no harder than "decision" and "making".
    if (wordFacts(lemma).syllables < LONG || (lower.includes('-') && !hasHardPart(token, isKnown))) continue;
    const root = wordRoot(lower);
    if (!hard.has(root)) hard.set(root, { text, rarity: rarityOf(token), syllables, letters });
  }
  return [...hard.values()]
    .sort((a, b) => b.rarity - a.rarity || b.syllables - a.syllables || b.letters - a.letters)
    .map(({ text }) => text);
}

function hasHardPart(token: Token, isKnown: (token: Token) => boolean): boolean {
  return token.lower.split('-').some((part) => {
    const { easy, syllables } = wordFacts(part);
    return !easy && syllables >= LONG && !isKnown({ ...token, lower: part, lemma: part });
  });
}

/**
 * Whether a noun is too rare in purposes for readers to have rated it: mostly the name of a thing or a subject ("microcode",
 * "bioinformatics"), for which no plainer word exists.
 */
export function isTermLike(token: Token): boolean {
  return token.kind === 'word' && token.tag === 'noun' && rarityOf(token) === 1;
}

/** Whether a word names something, which no plainer word could replace. */
export function isNameLike({ text, tag, isName }: Token): boolean {
  return tag === 'name' || isName || ROMAN.test(text) || isProduct(text);
}

/** 1 for a word that is too rare in purposes for readers to have rated it, otherwise 0. */
function rarityOf({ lower, lemma }: Token): number {
  const { ratings } = model();
  return ratings(lower) || ratings(lemma) ? 0 : 1;
}
