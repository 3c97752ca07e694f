import { printAnswer } from './answer';
import { tallyOf } from './edit-consent';
import type { Round } from './parse-consent';

/** The state of a round on one line: `3 of 5 agree; 1 objection is open; not answered: Dee.` */
export function describeRound(round: Round): string {
  const { asked, consenting, objecting, unanswered } = tallyOf(round);
  const open = objecting.length === 1 ? '1 objection is open' : `${objecting.length} objections are open`;
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
