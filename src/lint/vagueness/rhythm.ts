import { memoiseLast } from '../../english/memoise-last';
import type { Match, ReadSentence } from './match';

const UNIT =
  '(?:days?|nights?|mornings?|afternoons?|evenings?|weekends?|weeks?|months?|fortnights?|quarters?|terms?|seasons?|years?|hours?|minutes?|shifts?)';
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const COUNT = '(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d+)';
const ORDER = '(?:other|single|first|second|third|fourth|fifth|sixth|last|\\d+(?:st|nd|rd|th))';

/** A frequency that one can keep, in lower-case words with single spaces. */
const RHYTHM = [
  '(?:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually|biweekly|bimonthly)',
  `(?:once|twice|thrice|${COUNT} times|${COUNT} (?:days|evenings|hours)) (?:an?|each|every|per) ${UNIT}`,
  `(?:every|each) (?:(?:${ORDER}|${COUNT}) )?(?:${UNIT}|${DAY})`,
  `on (?:(?:${ORDER}|the ${ORDER}) )?(?:${DAY}s|weekdays|weekends|${DAY} (?:mornings|afternoons|evenings|nights))`,
  `from ${DAY} (?:to|till|until|through) ${DAY}`,
  `on the ${ORDER} (?:${DAY}|day|weekend) of`,
].join('|');

const ANY_RHYTHM = new RegExp(`(?<![^ ])(?:${RHYTHM})(?![^ ])`, 'g');

/** Offsets of tokens in the text of a sentence with single spaces, and the rhythms in that text. */
const rhythmsIn = memoiseLast(({ tokens }: ReadSentence) => {
  const starts: number[] = [];
  let text = '';
  for (const { lower } of tokens) {
    starts.push(text.length);
    text += `${lower} `;
  }
  return [...text.matchAll(ANY_RHYTHM)].map(({ index, 0: rhythm }) => ({
    from: starts.indexOf(index),
    to: starts.findLastIndex((start) => start < index + rhythm.length),
  }));
});

/** In tokens: the distance of the rhythm from the word. */
const REACH = 8;
/** Words that a rhythm only answers if it directly explains them: "sometimes on Mondays" is still open. */
const SELDOM =
  /^(?:occasional|occasionally|sometimes|at times|time and again|from time to time|as needed|when needed|periodic|periodically)$/;

/** "Regularly, each Friday", "often (twice a week)", "on Mondays we regularly bake": the sentence says how often. */
export function hasRhythm({ sentence, entry, from, to }: Match): boolean {
  if (entry.topic !== 'unnamed frequency') return false;
  const { tokens } = sentence;
  const seldom = SELDOM.test(entry.written);
  return rhythmsIn(sentence).some((rhythm) => {
    if (rhythm.from > to) {
      if (seldom) return rhythm.from === to + 2 && /^[,(:—–]$/.test(tokens[to + 1]?.lower ?? '');
      return rhythm.from <= to + REACH && !splits(sentence, to + 1, rhythm.from);
    }
    return !seldom && rhythm.from === 0 && rhythm.to < from && !splits(sentence, rhythm.to + 1, from);
  });
}

/** Whether another clause begins between two tokens. */
function splits({ tokens }: ReadSentence, from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ lower }) => /^(?:[.;]|but|while|whereas|and|or)$/.test(lower));
}

const DEADLINE = new RegExp(
  `^(?:by|before|until|within|on|no later than|at the latest (?:by|on)) (?:(?:the )?(?:next |same |following |first |last |end of )?)?` +
    `(?:${DAY}|january|february|march|april|may|june|july|august|september|october|november|december|noon|midnight|tomorrow|tonight|${COUNT}|day|week|month|year|hour)(?: |$)`,
);

/** "Soon, at the latest by Friday": the sentence says by when. */
export function hasDeadline({ sentence: { tokens }, entry, to }: Match): boolean {
  if (entry.topic !== 'unnamed time') return false;
  for (let at = to + 1; at <= to + REACH && at < tokens.length; at += 1) {
    if (/^[.;]$/.test(tokens[at]?.lower ?? '')) return false;
    const ahead = tokens.slice(at, at + 8).map(({ lower }) => lower);
    if (DEADLINE.test(ahead.join(' '))) return true;
  }
  return false;
}
