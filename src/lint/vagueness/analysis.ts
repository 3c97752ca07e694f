import type { Root } from 'nlcst';
import { rememberLast } from '../../english/remember-last';
import { type Sentence, sentencesOf } from '../../english/sentences';
import type { WordRuleId } from '../lexicon';
import { isCleared } from './clearing';
import { holds } from './conditions';
import type { Entry } from './entry';
import type { EntryIndex } from './entry-index';
import { lexicon } from './lexicon';
import type { Match, ReadSentence } from './match';
import { matchAt } from './pattern';

/** Whether a rule takes part. */
type IsOn = (rule: WordRuleId) => boolean;

/** What a tree has in it before overlaps are settled, and as settled for some rules. */
interface Found {
  readonly candidates: readonly (readonly Match[])[];
  readonly settled: Map<IsOn | undefined, readonly Match[]>;
}

/** A tree's sentences with parts of speech, names and quotations. */
export const readSentences = rememberLast((tree: Root): readonly ReadSentence[] =>
  sentencesOf(tree).map(readSentence),
);

const foundIn = rememberLast((tree: Root): Found => {
  const candidates = readSentences(tree).map((sentence) => candidatesIn(sentence, lexicon()));
  return { candidates: candidates.filter(({ length }) => length > 0), settled: new Map() };
});

/**
 * The stretches of a tree that the rules with word lists mark, in order, none overlapping another. Their one pass over
 * the text is made once. A rule that is off takes no part: what its longer phrase covers is left to the others.
 * @param isOn which rules are on, the same function each time; all of them unless said otherwise
 */
export function vagueStretches(tree: Root, isOn?: IsOn): readonly Match[] {
  const known = foundIn(tree);
  const before = known.settled.get(isOn);
  if (before) return before;
  const matches = known.candidates.flatMap((candidates) =>
    withoutOverlaps(isOn ? candidates.filter(({ entry }) => isOn(entry.rule)) : candidates),
  );
  known.settled.set(isOn, matches);
  return matches;
}

/** The stretches of a sentence that an index knows, longest first where they overlap. */
export function matchesIn(sentence: ReadSentence, index: EntryIndex): Match[] {
  return withoutOverlaps(candidatesIn(sentence, index));
}

function candidatesIn(sentence: ReadSentence, index: EntryIndex): Match[] {
  const candidates: Match[] = [];
  const waiting: Match[] = [];
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const token = sentence.tokens[at];
    if (token?.kind !== 'word') continue;
    for (const entry of index.at(token.lower, sentence.tokens[at + 1]?.lower)) {
      const match = tryEntry(entry, sentence, at);
      if (match) (entry.when.includes('coordinated') ? waiting : candidates).push(match);
    }
  }
  if (waiting.length > 0) candidates.push(...coordinated(waiting, candidates));
  return candidates;
}

/** "Open and connected" is one finding of a rule, not two; so is "open, and connected". */
export function joined(matches: readonly Match[]): Match[] {
  const result: Match[] = [];
  for (const match of matches) {
    const last = result.at(-1);
    if (last && areJoined(last, match)) {
      const entry = {
        ...last.entry,
        instead: last.entry.instead.filter((one) => match.entry.instead.includes(one)),
      };
      result[result.length - 1] = { ...last, entry, to: match.to, end: match.end };
    } else result.push(match);
  }
  return result;
}

function areJoined(one: Match, next: Match): boolean {
  const { tokens } = one.sentence;
  const apart = next.from - one.to;
  if (next.sentence !== one.sentence || next.entry.rule !== one.entry.rule) return false;
  if (apart > 3 || tokens[next.from - 1]?.lower !== 'and') return false;
  // After a comma only single words are sure to belong together: not "in mind and body, and inspire".
  return apart === 2 || (tokens[one.to + 1]?.lower === ',' && one.from === one.to && next.from === next.to);
}

function tryEntry(entry: Entry, sentence: ReadSentence, at: number): Match | undefined {
  const hit = matchAt(entry.phrase, sentence, sentence.tags, at);
  if (!hit) return undefined;
  const first = sentence.tokens[hit.from];
  const last = sentence.tokens[hit.to];
  if (!first || !last) return undefined;
  const match: Match = { entry, sentence, ...hit, start: first.start, end: last.end };
  return holds(match) && !isCleared(match) ? match : undefined;
}

/** Words that are empty only in a string of such words: "integrity, competence and maturity". */
function coordinated(waiting: readonly Match[], certain: readonly Match[]): Match[] {
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const { from, to } of [...waiting, ...certain]) {
    starts.add(from);
    ends.add(to);
  }
  return waiting.filter(({ sentence, from, to }) => {
    const next = afterJoin(sentence, to, 1);
    const last = afterJoin(sentence, from, -1);
    return (next !== undefined && starts.has(next)) || (last !== undefined && ends.has(last));
  });
}

/** The token beyond ",", "and" or ", and", in either direction; undefined where none of these stands there. */
function afterJoin({ tokens }: Sentence, at: number, step: 1 | -1): number | undefined {
  let here = at + step;
  while (Math.abs(here - at) <= 2 && JOINS.has(tokens[here]?.lower ?? '')) here += step;
  return Math.abs(here - at) > 1 ? here : undefined;
}

const JOINS: ReadonlySet<string> = new Set([',', 'and', '&']);

function withoutOverlaps(candidates: readonly Match[]): Match[] {
  if (candidates.length < 2) return [...candidates];
  // What is vague comes before what is only long.
  const rank = ({ entry, from, to }: Match) => (entry.rule === 'simplify' ? 0 : 1000) + to - from;
  const byRank = [...candidates].sort((a, b) => rank(b) - rank(a) || a.from - b.from);
  const kept: Match[] = [];
  const taken = new Set<number>();
  for (const match of byRank) {
    if (isTaken(taken, match)) continue;
    kept.push(match);
    for (let at = match.from; at <= match.to; at += 1) taken.add(at);
  }
  return kept.sort((a, b) => a.from - b.from);
}

function isTaken(taken: ReadonlySet<number>, { from, to }: Match): boolean {
  for (let at = from; at <= to; at += 1) if (taken.has(at)) return true;
  return false;
}

function readSentence(sentence: Sentence): ReadSentence {
  const tags = sentence.tokens.map(({ tag }) => tag);
  const apart = sentence.tokens.map(({ kind, isName }) => kind === 'source' || isName);
  markQuotations(sentence, apart);
  return { ...sentence, tags, apart };
}

const OPENING = new Set(['"', '“', '„', '«']);
const CLOSING = new Set(['"', '”', '“', '»']);

/** What is quoted inside a sentence is somebody else's wording. A sentence that is all quotation is not. */
function markQuotations(sentence: Sentence, apart: boolean[]): void {
  const { tokens } = sentence;
  let open = -1;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'punctuation') continue;
    if (open >= 0 && CLOSING.has(token.text)) {
      if (at - open < tokens.length * 0.6) apart.fill(true, open, at + 1);
      open = -1;
    } else if (open < 0 && OPENING.has(token.text)) open = at;
  }
}
