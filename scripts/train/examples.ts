import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Root } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import { isJudged } from '../../src/lint/lexicon';
import { candidatesOf } from '../../src/lint/vagueness/candidates';
import { readSentences } from '../../src/lint/vagueness/read-sentences';
import { placesOf, STATE, STEP } from '../../src/lint/wording/feature-templates';
import { readValues, settingOf } from '../../src/lint/wording/features';
import type { Rating } from '../../src/lint/wording/ratings';
import type { Labelled } from '../data/rows';
import type { Example } from './chain';

const parser = new ParseEnglish();

/** The sentences of a labelled statement as training examples. */
export function examplesOf({ text, spans }: Labelled, ratings: ReadonlyMap<string, Rating>): Example[] {
  const tree = parser.parse(text) as Root;
  const sentences = readSentences(tree);
  const candidates = candidatesOf(tree);
  const rate = (word: string, next?: string) => ratings.get(next === undefined ? word : `${word} ${next}`);
  const setting = settingOf(sentences, rate);
  return sentences.map((sentence, index) => {
    const known = (candidates[index] ?? []).filter(({ entry }) => isJudged(entry.rule));
    const states: Int32Array[] = [];
    const steps: Int32Array[] = [];
    readValues(sentence, known, rate, setting, (values) => {
      states.push(placesOf(STATE, values));
      steps.push(placesOf(STEP, values));
    });
    return {
      states,
      steps,
      gold: sentence.tokens.map(({ start, end }) =>
        spans.some((span) => start < span.end && end > span.start),
      ),
    };
  });
}

/** Rarer marks have no effect. */
const LEAST_MARK = 2;
const TYPES = 'qdbhga-';

/** Words with the share of readers who would mark them out of context, if any would. */
export async function ratingsIn(folder: string): Promise<ReadonlyMap<string, Rating>> {
  const ratings = new Map<string, Rating>();
  const lines = (await readFile(join(folder, 'word-ratings.tsv'), 'utf8')).split('\n');
  for (const line of lines) {
    const [words = '', mark = '', type = '', concrete = ''] = line.split('\t');
    if (!(Number(mark) >= LEAST_MARK)) continue;
    ratings.set(words, {
      mark: Math.floor(Number(mark) / 2),
      type: TYPES.indexOf(type),
      concrete: Math.floor(Number(concrete) / 3),
    });
  }
  return ratings;
}
