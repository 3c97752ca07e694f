import type { Root } from 'nlcst';
import retextPassiveOfLibrary from 'retext-passive';
import { type Plugin, unified } from 'unified';
import { reportAs } from './library-rule';

/** Options of the rule `passive`. */
export interface PassiveOptions {
  /** Participles never marked: "based", "located". */
  readonly accept?: readonly string[] | null;
}

/** Participles that stand for a state, not for a deed that someone hides behind. */
const STATES = ['based', 'located', 'founded', 'named', 'called', 'born'];

/** Finds the passive voice, by retext-passive: who does it is left out. */
export const retextPassive: Plugin<[(PassiveOptions | null)?], Root> = (options) => {
  const accepted = new Set([...STATES, ...(options?.accept ?? []).map((word) => String(word).toLowerCase())]);
  const library = unified().use(retextPassiveOfLibrary).freeze();
  return reportAs(
    'passive',
    (tree, file) => library.runSync(tree, file),
    ({ actual = '' }) =>
      accepted.has(actual.toLowerCase())
        ? undefined
        : {
            reason: `“${actual}” does not say who does it`,
            expected: [],
            note: 'In the passive voice the one who acts can stay unnamed. A purpose is a promise by somebody: name who keeps it.',
            question: 'By whom? Could the sentence begin with them?',
          },
  );
};
