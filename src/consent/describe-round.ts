import { plural } from '../text/plural';
import { type Answer, printAnswer, readAnswer } from './answer';
import type { Round } from './parse-consent';
import { tallyOf } from './tally';

/** The state of a round on one line: `3 of 5 agree; 1 objection is open; not answered: Dee.` */
export function describeRound(round: Round): string {
  const { asked, consenting, objecting, unanswered } = tallyOf(round);
  const open = plural(objecting.length, 'objection is open', 'objections are open');
  return `${[
    `${consenting} of ${asked} agree`,
    ...(objecting.length > 0 ? [open] : []),
    ...(unanswered.length > 0 ? [`not answered: ${unanswered.map(({ name }) => name).join(', ')}`] : []),
    ...(round.ratified ? [`ratified on ${round.ratified.date}`] : []),
  ].join('; ')}.`;
}

/** The note of a ratification for the history, as Markdown: the state of the round, and all answers. */
export function ratificationNote(round: Round): string {
  const answers = round.voices.flatMap(({ name, answer }) =>
    answer ? [`- ${name}: ${printAnswer(answer)}`] : [],
  );
  return `${describeRound(round)}\n\n${answers.join('\n')}`;
}

/** A person's answer in a note of the history. */
interface NotedAnswer {
  readonly name: string;
  readonly answer: Answer;
}

/**
 * Reads a note of {@link ratificationNote}: its first paragraph, and the answers below it. The answers of any other
 * note are empty, and its text is whole.
 */
export function readRatificationNote(note: string): {
  readonly text: string;
  readonly answers: readonly NotedAnswer[];
} {
  const [text = '', list, ...more] = note.trim().split(/\n{2,}/);
  const answers = (list ?? '').split('\n').map((line) => {
    const [, name, words = ''] = /^- ([^:]+): (.+)$/.exec(line.trim()) ?? [];
    const answer = readAnswer(words);
    return name && answer ? { name, answer } : undefined;
  });
  const read = answers.filter((answer) => answer !== undefined);
  return more.length > 0 || read.length < answers.length
    ? { text: note, answers: [] }
    : { text, answers: read };
}
