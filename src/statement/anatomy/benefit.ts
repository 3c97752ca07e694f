import type { Token } from '../../english/sentences';
import { isWord } from './shape';
import { isFunctionWord, isIn, words } from './words';

const MEETING = /^(?:meet|satisf|fulfil|answer|respond)/;
const NEEDS = /^(?:needs?|demands?|challenges)$/;
const BETTERED = /^(?:life|lives|future|world|society|place|living)$/;
const CHANGING = /^(?:chang|touch|better|impact|sav|transform)(?:e|es|ed|ing|s)?$/;
const WORKING =
  /^(?:employment|careers?|jobs?|profession|workforce|licensure|licenses?|licences?|examinations?|workplace)$/;
const TOWARDS =
  /^(?:for|into|enter|entering|obtain|obtaining|gain|gaining|find|finding|secure|securing|pursue|pursuing)$/;

/**
 * Shapes that tell of a benefit by themselves, whoever has it: "meet the needs of …", "prepared for …", "a better
 * life", "necessary to pass …".
 * @returns how much the shape tells: 0 nothing, 1 that something is to be different, 2 what
 */
export function benefitAt(tokens: readonly Token[], index: number): 0 | 1 | 2 {
  const { lower } = tokens[index] as Token;
  const next = tokens[index + 1]?.lower ?? '';
  if (/^(?:prepared|ready|equipped|eligible)$/.test(lower) && /^(?:to|for|as)$/.test(next)) return 2;
  if (/^(?:necessary|needed|required)$/.test(lower) && next === 'to' && isWord(tokens[index + 2])) return 2;
  if (/^results?$|^resulting$/.test(lower) && next === 'in') return 1;
  if (/^help(?:s|ing)?$/.test(lower) && isIn(words.effects, next)) return 2;
  if (MEETING.test(lower) && ahead(tokens, index, 9, ({ lower: word }) => NEEDS.test(word))) return 1;
  if (lower === 'better' && ahead(tokens, index, 3, ({ lower: word }) => BETTERED.test(word))) return 1;
  if (CHANGING.test(lower) && ahead(tokens, index, 3, ({ lower: word }) => word === 'lives')) return 1;
  if (
    /^assist(?:s|ing)?$/.test(lower) &&
    ahead(tokens, index, 6, ({ lower: word }) => /^(?:with|in)$/.test(word))
  )
    return 1;
  if (/^(?:preparation|formation)$/.test(lower) && /^(?:of|for)$/.test(next)) return 1;
  if (isRaising(lower) && ahead(tokens, index, 8, isSomebody)) return 2;
  if (TOWARDS.test(lower) && isTowardsWork(tokens, index)) return 1;
  return 0;
}

/** "produce highly trained, well educated graduates" */
function isRaising(lower: string): boolean {
  return /^(?:produc|graduat)(?:e|es|ing)$/.test(lower);
}

function isSomebody({ lower }: Token): boolean {
  return (
    /[^s]s$|^(?:men|women|people)$/.test(lower) &&
    (isIn(words.people, lower) || /(?:ist|er|or)s$/.test(lower))
  );
}

/** "for gainful employment", "into the workforce": only words that tell what kind stand between. */
function isTowardsWork(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; at < index + 5; at++) {
    const token = tokens[at];
    if (!isWord(token)) return false;
    if (WORKING.test(token.lower)) {
      const after = tokens[at + 1];
      // "career opportunities", "job training": the work only tells of what kind the rest is.
      return after?.kind !== 'word' || isFunctionWord(after.lower);
    }
    if (isFunctionWord(token.lower) && !/^(?:a|an|the|their|his|her|and)$/.test(token.lower)) return false;
  }
  return false;
}

/** Whether such a word stands within some words of a place, in the same clause. */
function ahead(
  tokens: readonly Token[],
  index: number,
  reach: number,
  fits: (token: Token) => boolean,
): boolean {
  for (let at = index + 1; at <= index + reach; at++) {
    const token = tokens[at];
    if (!token || /^[.;:!?]$/.test(token.text)) return false;
    if (isWord(token) && fits(token)) return true;
  }
  return false;
}
