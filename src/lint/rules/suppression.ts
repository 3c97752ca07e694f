import { defineRule } from '../rule';

const NOTE =
  'Write `<!-- purpose ignore RULE: reason -->` for the next block, or `disable RULE` and `enable RULE` around a stretch; without a rule all of them are meant.';

/** Finds invalid comments that resemble a directive of the linter. */
export const suppression = defineRule({
  id: 'suppression',
  title: 'Suppression',
  summary: 'a `<!-- purpose … -->` comment with a mistake',
  level: 'warning',
  scope: 'block',
  traits: { unsilenced: true },
  check:
    (_options, { readDirective }) =>
    ({ comments }) =>
      comments.flatMap(({ text, span }) => {
        const read = readDirective(text);
        return read && 'problem' in read ? [{ ...span, message: read.problem, note: NOTE }] : [];
      }),
});
