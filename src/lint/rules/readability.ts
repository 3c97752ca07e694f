import type { Root, Sentence as SentenceNode } from 'nlcst';
import retextReadability from 'retext-readability';
import type { Plugin } from 'unified';
import { VFile } from 'vfile';
import { type Sentence, sentenceNodes, sentencesOf } from '../../english/sentences';
import { isVerbAt } from '../../statement/anatomy/shape';
import { AUXILIARIES } from '../../statement/anatomy/words';
import { gradeOf } from '../../statement/figures';
import { countSentence, hardestWords } from '../../statement/figures/counts';
import { ruleUrl } from '../rule-url';
import { READABILITY } from './options';
import type { Advice } from './prose-rule';

/** What is not given is as in {@link READABILITY}. */
export interface ReadabilityOptions {
  /** Age in years for which a sentence should be easy. */
  readonly age?: number | null;
  /** Share of the formulas that must agree, from 0 (one is enough) to 1 (all). */
  readonly threshold?: number | null;
  /** Shorter sentences are passed over: in a few words one long one decides everything. */
  readonly minWords?: number | null;
}

const ID = 'readability';

/** How much older a reader is than the school year they are in: they start the first one at six. */
const AGE_AT_GRADE_0 = 5;

/**
 * Finds sentences that are hard to read. retext-readability decides; it is asked only about sentences whose reading
 * grade, too, is above the reader's. That spares its running time for the others, and it clears plain sentences which
 * its Dale-Chall and Spache take for hard, as they count each easy word once but every word.
 */
export const retextReadable: Plugin<[(ReadabilityOptions | null)?], Root> = (options) => {
  const age = numberOr(options?.age, READABILITY.age.default);
  const threshold = numberOr(options?.threshold, READABILITY.threshold.default);
  const minWords = numberOr(options?.minWords, READABILITY.minWords.default);
  // The library takes 0 for "not given": the least number above it says what 0 should.
  const ask = retextReadability({
    age: age || Number.MIN_VALUE,
    threshold: threshold || Number.MIN_VALUE,
    minWords,
  });
  return (tree, file) => {
    const suspects = suspectsOf(tree, age, minWords);
    if (suspects.length === 0) return;
    const votes = votesOn(suspects, ask);
    for (const { node, sentence, grade } of suspects) {
      const vote = votes.get(node);
      if (vote) report(file, node, sentence, grade, vote, age);
    }
  };
};

interface Suspect {
  readonly node: SentenceNode;
  readonly sentence: Sentence;
  readonly grade: number;
}

function suspectsOf(tree: Root, age: number, minWords: number): Suspect[] {
  const nodes = sentenceNodes(tree).filter(({ children }) =>
    children.some(({ type }) => type !== 'WhiteSpaceNode'),
  );
  const suspects: Suspect[] = [];
  sentencesOf(tree).forEach((sentence, index) => {
    const node = nodes[index];
    const counts = countSentence(sentence);
    if (!node || counts.words < minWords || !isSentence(sentence)) return;
    const grade = gradeOf(counts);
    if (grade + AGE_AT_GRADE_0 > age) suspects.push({ node, sentence, grade });
  });
  return suspects;
}

/** In tokens. What is longer has been written to be read as prose. */
const LONGEST_HEADING = 60;

/** Told from a heading, a list item or a table cell: it closes as a sentence does, or has a verb that is no participle. */
function isSentence({ tokens }: Sentence): boolean {
  if (tokens.length > LONGEST_HEADING || /^[.!?…]/.test(tokens.at(-1)?.text ?? '')) return true;
  return tokens.some(
    ({ lower }, index) => AUXILIARIES.has(lower) || (!/ing$/.test(lower) && isVerbAt(tokens, index)),
  );
}

/** Which of the sentences the library finds hard, and how it says so. */
function votesOn(
  suspects: readonly Suspect[],
  ask: ReturnType<typeof retextReadability>,
): ReadonlyMap<SentenceNode, string> {
  const children = suspects.map(({ node }) => node);
  const scratch = new VFile();
  ask({ type: 'RootNode', children: [{ type: 'ParagraphNode', children }] }, scratch);
  const byPlace = new Map(children.map((node) => [node.position, node]));
  const votes = new Map<SentenceNode, string>();
  for (const { place, reason } of scratch.messages) {
    const node = place && 'start' in place ? byPlace.get(place) : undefined;
    const vote = /(?:\d+ out of|all) \d+/.exec(reason)?.[0];
    if (node && vote) votes.set(node, vote);
  }
  return votes;
}

function report(
  file: VFile,
  node: SentenceNode,
  sentence: Sentence,
  grade: number,
  vote: string,
  age: number,
): void {
  const hardest = hardestWords(sentence, 3);
  const named = hardest.map((word) => `“${word}”`).join(', ');
  const words = hardest.length > 0 ? `; hardest words: ${named}` : '';
  const said = file.message(
    `Hard to read for a ${age}-year-old: reading grade ${Math.round(grade)}, ${vote} formulas agree${words}`,
    { ruleId: ID, source: 'purpose', ...(node.position && { place: node.position }) },
  );
  const advice: Advice = {
    url: ruleUrl(ID),
    actual: sentence.tokens.map(({ text, spaced }, at) => (spaced && at > 0 ? ` ${text}` : text)).join(''),
    expected: [],
    note: 'A grade is the school year that a reader should have finished. Long sentences and rare, long words raise it; people pass on what they grasp at the first reading.',
    question:
      hardest.length > 0
        ? `Where could a new sentence start, and what plainer word would do for ${named}?`
        : 'Where could a new sentence start?',
  };
  Object.assign(said, advice);
}

function numberOr(value: number | null | undefined, standard: number): number {
  return typeof value === 'number' && value >= 0 ? value : standard;
}
