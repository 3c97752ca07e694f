import { defineRule } from '../rule';

const NOTE =
  'Front matter is the YAML between two lines of `---` at the very top. Purpose skips what it cannot read there and checks the rest of the file.';

/** Finds front matter that cannot be read, and settings in it that cannot be used. */
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
