import type { Tag } from '../../english/tag';
import type { WordRuleId } from '../lexicon';
import type { Advice, LexiconEntry } from '../vagueness/entry';
import questions from './questions.yml';

interface GeneralAdvice extends Advice {
  readonly of?: readonly Tag[];
}

/** The question about vague wording that no list has. */
export function generalEntry(rule: WordRuleId, tag: Tag | undefined): LexiconEntry {
  const advice = (questions as readonly GeneralAdvice[]).filter((one) => one.rule === rule);
  const fitting = advice.find(({ of }) => tag && of?.includes(tag)) ?? advice.at(-1);
  if (!fitting) throw new Error(`No general question for ${rule}`);
  return {
    ...fitting,
    written: '',
    forms: undefined,
    instead: [],
    safe: false,
    clearedBy: fitting.clearedBy ?? [],
  };
}
