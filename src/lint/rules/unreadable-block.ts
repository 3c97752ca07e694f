import { defineRule } from '../rule';

/** Reports a block that was not parsed, since no other rule checks it. */
export const unreadableBlock = defineRule({
  id: 'unreadable-block',
  title: 'Unreadable block',
  summary: 'a block that would take too long to read, so that no rule checked it',
  level: 'warning',
  scope: 'block',
  check:
    () =>
    ({ text, failure }) => {
      if (failure === undefined) return [];
      const line = /^.{0,80}/u.exec(text)?.[0] ?? '';
      return [
        {
          start: 0,
          end: line.length,
          message: `Purpose can't read this block: ${failure}. Nothing in it was checked.`,
          note: 'Split it at blank lines, or write it with less markup. The rest of the file was checked.',
        },
      ];
    },
});
