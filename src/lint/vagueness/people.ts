import { words } from './clearing-words';
import type { Match, ReadSentence } from './match';

const PEOPLE: ReadonlySet<string> = new Set(['people, unspecified', 'all people']);

/** Whether a match is about people who are not named. */
export function isAboutPeople({ entry }: Match): boolean {
  return PEOPLE.has(entry.topic);
}

/** "Anyone online who is at risk", "individuals interested in brewing": the clause says which people are meant. */
export function isNarrowed(match: Match): boolean {
  const { sentence, to } = match;
  const { tokens, tags } = sentence;
  if (isNamedGroup(match)) return true;
  if (!isAboutPeople(match)) return false;
  const at =
    tags[to + 1] === 'adverb' && !/^(?:here|regardless|irrespective)$/.test(tokens[to + 1]?.lower ?? '')
      ? to + 2
      : to + 1;
  const next = tokens[at]?.lower ?? '';
  if (/^(?:who|whose|whom)$/.test(next) || (/ed$/.test(next) && tags[at + 1] === 'preposition')) return true;
  if (!PERSONS.test(tokens[to]?.lower ?? '')) return false;
  return isDescribed(match, at) || isPlaced(match, at);
}

/** Words for single people, not for groups. */
const PERSONS = new RegExp(words.persons);

/** Words after which a participle or a clause belongs to the verb: "keep everyone baking", "show everyone that". */
const HOLDERS = new RegExp(words.holders);

/** "Individuals that bake", "anyone baking rye", "everyone aged 60", "everyone here". */
function isDescribed({ sentence, from }: Match, at: number): boolean {
  const { tokens, tags } = sentence;
  const [next, after] = [tokens[at]?.lower ?? '', tags[at + 1]];
  if (/^(?:here|present|aboard|interested|registered|enrolled|invited|concerned)$/.test(next)) return true;
  if (next === 'aged' || (/^(?:older|younger)$/.test(next) && tokens[at + 1]?.lower === 'than')) return true;
  if (HOLDERS.test(verbBefore(sentence, from))) return false;
  if (next === 'that') {
    const isVerb = after === 'noun' && !/^(?:verb|auxiliary|modal)$/.test(tags[at + 2] ?? '');
    return isVerb || /^(?:verb|auxiliary|modal)$/.test(after ?? '');
  }
  const isObject = /^(?:noun|name|determiner|possessive|number|adjective)$/.test(after ?? '');
  const isPlace = after === 'preposition' || after === 'to';
  return (
    /.{2}ing$/.test(next) && tags[at] !== 'pronoun' && (isObject || isPlace) && !isOpen(sentence, at + 1)
  );
}

const PLACES =
  /^(?:in|from|on|at|of|with|within|under|over|between|near|around|outside|inside|behind|below|above|without)$/;
/** Verbs with which such a phrase says what is done: "provide individuals with", "protect everyone from". */
const OBLIQUE = new RegExp(words.oblique);

/** "Everyone in the village", "anyone from Ghent", "all people on the list": which ones, if the place is told. */
function isPlaced({ sentence, from }: Match, at: number): boolean {
  const { tokens, tags } = sentence;
  if (!PLACES.test(tokens[at]?.lower ?? '')) return false;
  const article = tags[at + 1] === 'determiner' || tags[at + 1] === 'possessive';
  const first = at + (article ? 2 : 1);
  const isName = tags[first] === 'name';
  if (OBLIQUE.test(verbBefore(sentence, from)) && !(isName && tokens[at]?.lower === 'in')) return false;
  return /^(?:noun|name|number|adjective|ing)$/.test(tags[first] ?? '') && !isOpen(sentence, at + 1);
}

/** The verb whose object the people are, or ''. */
function verbBefore({ tokens, tags }: ReadSentence, from: number): string {
  let at = from - 1;
  while (/^(?:determiner|possessive|adjective|adverb)$/.test(tags[at] ?? '')) at -= 1;
  return /^(?:verb|ing|auxiliary)$/.test(tags[at] ?? '') ? (tokens[at]?.lower ?? '') : '';
}

/** Words that leave a group as open as before: "people from all backgrounds", "everyone in need". */
const OPEN = new RegExp(words.open);

/** In tokens: the reach of the words that say which people are meant. */
const REACH = 5;

function isOpen({ tokens, tags }: ReadSentence, from: number): boolean {
  for (let at = from; at < from + REACH && at < tokens.length; at += 1) {
    if (OPEN.test(tokens[at]?.lower ?? '')) return true;
    if (/^(?:pronoun|verb|auxiliary|modal|other)$/.test(tags[at] ?? 'other')) return false;
  }
  return false;
}

/** In words: shorter phrases, such as "community of lifelong learners", could still be anyone. */
const TELLING = 3;

/** "A community around the chess pieces of this port", "a network of bakers who work at night". */
function isNamedGroup({ sentence: { tokens, tags }, to }: Match): boolean {
  if (!/^(?:community|communities|network|networks|movement)$/.test(tokens[to]?.lower ?? '')) return false;
  if (!/^(?:of|around)$/.test(tokens[to + 1]?.lower ?? '')) return false;
  let words = 0;
  let at = tags[to + 2] === 'determiner' ? to + 3 : to + 2;
  const isPart = () =>
    /^(?:noun|name|adjective|ing|number)$/.test(tags[at] ?? '') || tokens[at]?.lower === ',';
  for (; words < TELLING && isPart(); at += 1) if (tokens[at]?.lower !== ',') words += 1;
  const after = tokens[at]?.lower ?? '';
  return words >= TELLING || /^(?:who|whose|that|aged|from|in|using)$/.test(after);
}
