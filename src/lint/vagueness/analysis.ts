import type { Root } from 'nlcst';
import { memoiseLast } from '../../english/memoise-last';
import { isJudged, type WordRuleId } from '../lexicon';
import { judgedStretches } from '../wording/stretches';
import { candidatesOf, withoutOverlaps } from './candidates';
import { isCleared } from './clearing';
import type { Match } from './match';

/** Whether a rule is enabled. */
type IsOn = (rule: WordRuleId) => boolean;

const found = memoiseLast((_tree: Root) => new Map<IsOn, readonly Match[]>());
const ALL: IsOn = () => true;

/**
 * The matches of the word-list rules in a tree, in order, not overlapping. Memoised for the last tree. Phrases of a
 * disabled rule are ignored, so that other rules can match the same text.
 * @param isOn which rules are on, the same function each time; default: all
 */
export function vagueStretches(tree: Root, isOn: IsOn = ALL): readonly Match[] {
  const known = found(tree);
  const before = known.get(isOn);
  if (before) return before;
  const vague = judgedStretches(tree, isOn).filter((match) => !isCleared(match));
  // Vague phrases win over long ones.
  const taken = new Set(vague.flatMap(({ sentence, from, to }) => sentence.tokens.slice(from, to + 1)));
  const listed = candidatesOf(tree).flatMap((some) =>
    withoutOverlaps(some.filter(({ entry }) => !isJudged(entry.rule) && isOn(entry.rule))),
  );
  const free = listed.filter(
    ({ sentence, from, to }) => !sentence.tokens.slice(from, to + 1).some((token) => taken.has(token)),
  );
  const matches = [...vague, ...free.filter((match) => !isCleared(match))].sort((a, b) => a.start - b.start);
  known.set(isOn, matches);
  return matches;
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
      const confidence = Math.min(last.confidence ?? 1, match.confidence ?? 1);
      result[result.length - 1] = {
        ...last,
        entry,
        to: match.to,
        end: match.end,
        confidence,
        core: { start: last.start, end: match.end },
      };
    } else result.push(match);
  }
  return result;
}

function areJoined(one: Match, next: Match): boolean {
  const { tokens, tags } = one.sentence;
  const apart = next.from - one.to;
  if (next.sentence !== one.sentence || next.entry.rule !== one.entry.rule) return false;
  if (apart > 3 || tokens[next.from - 1]?.lower !== 'and') return false;
  if (apart === 2) return true;
  // After a comma only single words of a kind certainly belong together: not "creativity, and encourage".
  const single = one.from === one.to && next.from === next.to;
  return single && tokens[one.to + 1]?.lower === ',' && tags[one.to] === tags[next.to];
}
