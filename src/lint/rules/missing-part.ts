import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { sentencesOf } from '../../english/sentences';
import { type Anatomy, findAnatomy } from '../../statement/anatomy';
import { ruleUrl } from '../rule-url';
import { positionOf } from '../vagueness/place';
import type { Advice } from './prose-rule';

/** What a rule on a missing part of the statement has to say. */
export interface MissingPart {
  readonly part: keyof Anatomy;
  readonly message: string;
  readonly question: string;
  readonly note: string;
}

/**
 * Makes the retext plugin that asks for a part which the statement leaves out. Its tree is the statement's.
 * It marks the first word alone: what is missing has no place, and a mark under the whole statement would hide the
 * others. Where nothing is written yet, nothing is missing.
 */
export function missingPart(id: string, { part, message, question, note }: MissingPart): Plugin<[], Root> {
  return () => (tree, file) => {
    const first = sentencesOf(tree)
      .flatMap(({ tokens }) => tokens)
      .find(({ kind }) => kind === 'word' || kind === 'number');
    if (!first || findAnatomy(tree)[part]) return;
    const place = positionOf(tree, first.start, first.end);
    const said = file.message(message, { ruleId: id, source: 'purpose', ...(place && { place }) });
    const advice: Advice = { url: ruleUrl(id), actual: first.text, expected: [], note, question };
    Object.assign(said, advice);
  };
}
