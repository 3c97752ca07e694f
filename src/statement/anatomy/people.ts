import type { Token } from '../../english/sentences';
import { isKnownVerb, isVerbAt } from './shape';
import { isFunctionWord, isIn, words } from './words';

/** In what way somebody is named. */
export type Head = 'people' | 'group' | 'staff' | 'place' | 'pronoun';

/** What a noun names, by itself; `undefined` where it names nobody. */
export function kindOf(lower: string, plural: boolean): Head | undefined {
  if (isIn(words.staff, lower)) return 'staff';
  if (isIn(words.people, lower) || isIn(words.creatures, lower)) return 'people';
  if (isIn(words.publics, lower)) return 'people';
  if (isIn(words.groups, lower)) return plural ? 'group' : undefined;
  if (/children$|[srk](?:men|women)$|[a-z]people$/.test(lower)) return 'people';
  if (plural && isDoersName(lower)) return 'people';
  return undefined;
}

/** Whether a noun stands for several. */
export function isPlural(lower: string): boolean {
  return /[^s]s$|men$|children$|people$|folk$|youth$|wildlife$|staff$|faculty$/.test(
    lower.replace(/'s?$/, ''),
  );
}

/** A plural that ends as the names of doers do: learners, donors, artists, musicians, employees. */
function isDoersName(lower: string): boolean {
  const plain = lower.replace(/'s?$/, '');
  if (!/(?:er|or|ist|ian|ee|eer)s$/.test(plain)) return false;
  return !isIn(words.things, plain);
}

/** Whether a noun only tells what kind the next one is: "student loan", "community service". */
export function isModifier(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (next?.kind !== 'word') return false;
  const lower = tokens[index]?.lower ?? '';
  if (lower === 'public' && !/^(?:the|general)$/.test(tokens[index - 1]?.lower ?? '')) return true;
  if (isFunctionWord(next.lower)) return false;
  if (isIn(words.undergone, next.lower) && (lower === 'youth' || !isIn(words.publics, lower))) return false;
  if (/^(?:each|every|any)$|^general$/.test(tokens[index - 1]?.lower ?? '')) return false;
  if (/^(?:here|there|today|everywhere|anywhere|alike|too|first|worldwide|globally|nearby)$/.test(next.lower))
    return false;
  if (/ing$|ed$/.test(next.lower) && isKnownVerb(next.lower)) return false;
  return !isVerbAt(tokens, index + 1) && !/ly$/.test(next.lower);
}
