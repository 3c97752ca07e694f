import { defineRule } from '../rule';

const NOTE =
  'Front matter is the YAML between two lines of `---` at the very top. Purpose skips what it cannot read there and checks the rest of the file.';

/** Finds unreadable front matter, and invalid settings in it. */
export const frontMatter = defineRule({
  id: 'front-matter',
  title: 'Front matter',
  summary: 'front matter that cannot be read',
  level: 'error',
  scope: 'file',
  traits: { setElsewhere: true },
  check:
    (_options, { settingsProblems }) =>
    (document) =>
      [...document.frontMatter.problems, ...settingsProblems(document)].map((problem) => ({
        ...problem,
        note: NOTE,
      })),
});
