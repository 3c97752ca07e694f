import type { Match } from './match';

/** Phrases with an idiomatic meaning; lower case, tokens separated by one space. */
const SET_PHRASES = [
  '(?:times?|hours?|moments?|periods?|cases?) of (?:great |greatest |dire |urgent )?need',
  '(?:as|if|when|whenever|where|wherever|should) (?:the )?needs? (?:be|arises?)',
  'in need of',
  '(?:no|little) need (?:to|for|of)',
  'special (?:educational )?needs',
  'on top of',
  '(?:at|to) the top',
  'in good (?:faith|standing|time|order|hands|company|health|conscience|repair|weather)',
  '(?:for|at) (?:good|best|the best|the better|all)',
  'best (?:before|man|interests?)',
  'the best of (?:times|both worlds|all|luck)',
  'goods? in kind',
  'good (?:friday|morning|evening|afternoon|night)',
  'high (?:schools?|streets?|courts?|seas?|tides?|water|seasons?|ropes)',
  'among other things',
  '(?:from )?time to time',
  '(?:for the time being|at (?:this|that|the same|any given) time|in the (?:first|second|last) place)',
  'up to date',
  'work in progress',
  'quality (?:assurance|control)',
  'human resources',
  '(?:open|closed|github|gitlab|good first|back) issues?',
  'issues? (?:tracker|queue|templates?|labels?)',
  '(?:emergency|civil|military|postal|probation|fire|rescue|ambulance|secret) services?',
  'service (?:dogs?|animals?|members?|stations?|desks?|charges?)',
  'a matter of (?:course|fact|law|time)',
  'long-term (?:care|memory|leases?|evolution|support)',
  'value[- ]added tax',
  'needs must',
].join('|');
const ANY_SET_PHRASE = new RegExp(`(?<![^ ])(?:${SET_PHRASES})(?![^ ])`, 'g');

/** How many tokens a set phrase may extend beyond the match. */
const REACH = 5;

/** Whether a match is part of a set phrase: "need" in "times of need", "top" in "on top of". */
export function isInSetPhrase({ sentence: { tokens }, entry, from, to }: Match): boolean {
  const words = (start: number, end: number) =>
    tokens
      .slice(Math.max(0, start), Math.max(0, end))
      .map(({ lower }) => `${lower} `)
      .join('');
  const before = words(from - REACH, from);
  const marked = words(from, to + 1);
  const text = `${before}${marked}${words(to + 1, to + 1 + REACH)}`;
  for (const { index, 0: phrase } of text.matchAll(ANY_SET_PHRASE)) {
    const within = index <= before.length && index + phrase.length >= before.length + marked.length - 1;
    // The word lists may contain a complete set phrase: "from time to time".
    if (within && (phrase.length > marked.length - 1 || !entry.written.includes(' '))) return true;
  }
  return false;
}
