import type { Clearance } from './entry';
import type { Match, ReadSentence } from './match';

/** An example or a definition follows: "services such as a weekly clinic", "partners, i.e. the two schools". */
export function isExplained(match: Match, clearances: ReadonlySet<Clearance>): boolean {
  const { sentence, to } = match;
  const { tokens } = sentence;
  // "Many ports have free moorings (e.g. Leith)": examples of an open number may come late.
  const last = to + (clearances.has('number-near') ? 12 : 4);
  for (let at = to + 1; at <= last && at < tokens.length; at += 1) {
    const word = tokens[at]?.lower ?? '';
    const next = tokens[at + 1]?.lower;
    if (word === 'such' && next === 'as') return true;
    if (/^(?:namely|i\.e\.?|e\.g\.?)$/.test(word)) return true;
    if (word === 'for' && (next === 'example' || next === 'instance')) return true;
    if (word === 'that' && next === 'is' && tokens[at - 1]?.lower === ',') return true;
    if (word === 'including' && clearances.has('including')) return true;
    if (word === ':' && clearances.has('colon')) return true;
  }
  return (
    clearances.has('list') && !TIMES.has(match.entry.topic) && isListed(match, clearances.has('number-near'))
  );
}

const TIMES: ReadonlySet<string> = new Set(['unnamed frequency', 'unnamed time']);

/** In tokens: the longest noun phrase after "many". */
const PHRASE = 6;
const OPENERS: ReadonlySet<string> = new Set([':', '(', '—', '–', '[']);

/** "Many tools: a drill and a saw", "services (baking, milling)", "a range of tools, from drills to saws". */
function isListed({ sentence, to }: Match, hasNoun: boolean): boolean {
  const { tokens, tags } = sentence;
  if (!hasNoun && tags[to] !== 'noun') return false;
  let at = to + 1;
  if (hasNoun) {
    const isPart = () => /^(?:noun|name|adjective|ing)$/.test(tags[at] ?? '') || tokens[at]?.lower === 'of';
    while (at <= to + PHRASE && isPart()) at += 1;
    if (at === to + 1) return false;
  }
  const mark = tokens[at]?.lower ?? '';
  if (OPENERS.has(mark)) return isList(sentence, at + 1);
  const next = mark === ',' ? at + 1 : at;
  if (mark === ',' && tokens[next]?.lower === 'among' && tokens[next + 1]?.lower === 'them') return true;
  const ranges = tokens[next]?.lower === 'ranging';
  if (!ranges && (mark !== ',' || !hasNoun)) return false;
  return isSpan(sentence, ranges ? next + 1 : next);
}

/** Words that no item of a list of things has. */
const NO_ITEM: ReadonlySet<string> = new Set(['pronoun', 'auxiliary', 'modal', 'to']);

/** Two or more things in a row: "a drill, a saw and a plane". */
function isList({ tokens, tags }: ReadSentence, from: number): boolean {
  let items = 0;
  let words = 0;
  let things = false;
  for (let at = from; at <= tokens.length; at += 1) {
    const word = tokens[at]?.lower ?? '.';
    const ends = /^[.;)\]—–!?]$/.test(word);
    if (ends || word === ',' || word === 'and' || word === 'or' || word === '&') {
      if (words > 0) items += 1;
      words = 0;
      if (ends) break;
      continue;
    }
    const tag = tags[at] ?? 'other';
    if (NO_ITEM.has(tag) || (words === 0 && (tag === 'preposition' || tag === 'adverb'))) return false;
    words += 1;
    things ||= /^(?:noun|name|ing|number)$/.test(tag);
  }
  return things && items > 1;
}

/** "From drills to saws": things, and neither a time nor a number. */
function isSpan({ tokens, tags }: ReadSentence, from: number): boolean {
  if (tokens[from]?.lower !== 'from') return false;
  for (let at = from + 2; at <= from + PHRASE; at += 1) {
    if (tokens[at]?.lower === 'to')
      return /^(?:noun|name|adjective|ing|determiner)$/.test(tags[at + 1] ?? '');
    if (/^(?:number|pronoun|auxiliary|modal|other)$/.test(tags[at] ?? 'other')) return false;
  }
  return false;
}
