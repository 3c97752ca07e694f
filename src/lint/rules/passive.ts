import type { Root } from 'nlcst';
import retextPassiveOfLibrary from 'retext-passive';
import { type Plugin, unified } from 'unified';
import type { VFile } from 'vfile';
import { sentencesOf } from '../../english/sentences';
import { positionOf } from '../vagueness/place';
import { reportAs } from './library-rule';

/** Options of the rule `passive`. */
export interface PassiveOptions {
  /** Participles never marked: "written", "made". */
  readonly accept?: readonly string[] | null;
}

/** Participles that stand for a state, not for a deed that someone hides behind, and words that only look like one. */
const STATES = (
  'advanced ashamed based born committed concerned dedicated devoted excited experienced hundred indeed interested ' +
  'limited located married need pleased qualified related required retired sacred situated skilled supposed tired'
).split(' ');

const FORMS_OF_BE = new Set(['am', 'are', 'were', 'being', 'is', 'been', 'was', 'be']);

/** Finds the passive voice: who does it is left out. Irregular participles are retext-passive's. */
export const retextPassive: Plugin<[(PassiveOptions | null)?], Root> = (options) => {
  const accepted = new Set([...STATES, ...(options?.accept ?? []).map((word) => String(word).toLowerCase())]);
  const library = unified().use(retextPassiveOfLibrary).freeze();
  const find = (tree: Root, file: VFile) => {
    library.runSync(tree, file);
    findRegular(tree, file);
  };
  return reportAs('passive', find, ({ actual = '' }) =>
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

/** "Is provided", "are freely offered": participles in -ed, which the library leaves out. */
function findRegular(tree: Root, file: VFile): void {
  for (const { tokens } of sentencesOf(tree)) {
    for (const [at, { lower, text, start, end }] of tokens.entries()) {
      if (!/..ed$/.test(lower)) continue;
      const before = tokens[at - 1]?.lower ?? '';
      const verb = before.endsWith('ly') ? tokens[at - 2]?.lower : before;
      if (!FORMS_OF_BE.has(verb ?? '')) continue;
      const place = positionOf(tree, start, end);
      file.message('Passive voice', place && { place }).actual = text;
    }
  }
}
