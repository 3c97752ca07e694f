import type { Token } from '../../english/sentences';
import { isModifier, isPlural, kindOf } from './people';
import { isVerbAt } from './shape';
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, isFunctionWord, isIn, PREPOSITIONS, words } from './words';

/** Where the words on somebody begin, whom a noun names. */
export function startOfPhrase(tokens: readonly Token[], head: number): number {
  let from = head;
  while (from > 0) {
    const token = tokens[from - 1];
    if (token?.kind !== 'word' && token?.kind !== 'number') break;
    if (DETERMINERS.has(token.lower) && token.lower !== 'that') return from - 1;
    if (isFunctionWord(token.lower) || token.lower === 'way') break;
    if (isVerbAt(tokens, from - 1) && !/ed$/.test(token.lower)) break;
    from--;
  }
  return from;
}

/** What tells more of somebody: "who …", "with …", "in …". */
const TELLING =
  /^(?:who|whose|with|without|in|from|of|living|experiencing|facing|seeking|affected|aged|requiring|working|suffering|interested|needing|around|across|throughout|at)$/;
/** Not about somebody but about how: "in a caring environment", "in the shortest time". */
const MANNER =
  /^(?:time|times|manner|way|ways|environment|setting|order|atmosphere|addition|partnership|accordance|achieving|pursuit|areas?|fields?|careers?)$/;
const LONGEST = 14;
const LONGEST_TELLING = 7;

/** "Provide employers with graduates": here "with" tells of the gift and not of whom it is given to. */
function takesWith(verb: Token | undefined): boolean {
  return verb !== undefined && isIn(words.gifting, verb.lower);
}

/**
 * Where they end: what tells more of somebody, and others named in a row, belong to them.
 * @param verb what stands before the words on somebody
 */
export function endOfPhrase(tokens: readonly Token[], head: number, verb: Token | undefined): number {
  const withGift = takesWith(verb);
  let to = head + 1;
  while (to < tokens.length && to - head < LONGEST) {
    const token = tokens[to];
    if (!token || (withGift && token.lower === 'with')) break;
    const next = TELLING.test(token.lower) ? endOfTelling(tokens, to) : nextInRow(tokens, to);
    if (next === undefined) break;
    to = next;
  }
  return to;
}

function endOfTelling(tokens: readonly Token[], from: number): number | undefined {
  const relative = /^wh/.test(tokens[from]?.lower ?? '');
  // "assist students in finding …" tells of the help.
  if (!relative && isVerbAt(tokens, from + 1)) return undefined;
  const longest = relative ? LONGEST : LONGEST_TELLING;
  let to = from + 1;
  while (to < tokens.length) {
    const token = tokens[to];
    if (!token || token.kind === 'punctuation') break;
    const led = to === from + 1 && token.lower === 'by';
    if (!led && /^(?:so|by|through|while|because|until|when|where|as)$/.test(token.lower)) break;
    if (!relative && /^(?:to|for|with|into|on|who|whose|that|which)$/.test(token.lower)) break;
    if (token.lower === 'and' && isVerbAt(tokens, to + 1) && !relative) break;
    if (!relative && AUXILIARIES.has(token.lower)) break;
    if (!relative && (MANNER.test(token.lower) || to - from > longest)) return undefined;
    if (to - from > longest) break;
    to++;
  }
  return to - from > 1 ? to : undefined;
}

/** The end of the next noun phrase in a row, when it names somebody, too: "children, young adults and families". */
function nextInRow(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  while (/^(?:,|and|or|&|\/|as|well)$/.test(tokens[at]?.lower ?? '')) at++;
  if (at === from) return undefined;
  for (let ahead = at; ahead < Math.min(tokens.length, at + 5); ahead++) {
    const token = tokens[ahead];
    if (token?.kind !== 'word') return undefined;
    if (ahead === at && isRowOfNames(tokens, from, ahead)) return ahead + 1;
    if (PREPOSITIONS.has(token.lower) || CONJUNCTIONS.has(token.lower) || isVerbAt(tokens, ahead))
      return undefined;
    if (kindOf(token.lower, isPlural(token.lower)) && !isModifier(tokens, ahead)) return ahead + 1;
  }
  return undefined;
}

/** "Amira and Noor": a name in a row with one before. */
function isRowOfNames(tokens: readonly Token[], from: number, at: number): boolean {
  const named = (token: Token | undefined) => token?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text);
  return named(tokens[from - 1]) && named(tokens[at]);
}
