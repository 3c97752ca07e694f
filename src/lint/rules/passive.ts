import type { Root } from 'nlcst';
import retextPassive from 'retext-passive';
import { sentencesOf } from '../../english/sentences';
import type { Span } from '../../statement/position';
import { ACCEPT } from '../options';
import { adaptRetextPlugin } from '../retext-adapter';
import { defineRule } from '../rule';

/**
 * Participles that describe a state rather than an action by an unnamed actor, and words that only look like
 * participles.
 */
const STATES = (
  'advanced ashamed based born committed concerned dedicated devoted excited experienced hundred indeed interested ' +
  'limited located married need pleased qualified related required retired sacred situated skilled supposed tired'
).split(' ');

/** Finds the passive voice, which leaves out who acts. retext-passive provides the irregular participles. */
export const passive = defineRule({
  id: 'passive',
  title: 'Passive voice',
  summary: 'the passive voice, which leaves out who does it: is provided, were founded',
  level: 'off',
  scope: 'prose',
  options: ACCEPT,
  check({ accept }) {
    const accepted = new Set([...STATES, ...accept.map((word) => word.toLowerCase())]);
    const irregular = adaptRetextPlugin(retextPassive);
    return (tree) =>
      [...irregular(tree), ...regular(tree)]
        .filter(({ actual }) => !accepted.has(actual.toLowerCase()))
        .map(({ start, end, actual }) => ({
          start,
          end,
          message: `“${actual}” does not say who does it`,
          note: 'The passive voice can leave out who acts. A purpose is a promise: name who keeps it.',
          question: 'By whom? Could the sentence begin with them?',
        }));
  },
});

/** "Is provided", "are freely offered": participles in -ed, which the library does not cover. */
function* regular(tree: Root): Generator<Span & { readonly actual: string }> {
  for (const { tokens } of sentencesOf(tree)) {
    for (const [at, { lower, text, start, end }] of tokens.entries()) {
      if (!/..ed$/.test(lower)) continue;
      const before = tokens[at - 1];
      const verb = before?.tag === 'adverb' ? tokens[at - 2] : before;
      if (verb?.lemma === 'be') yield { start, end, actual: text };
    }
  }
}
