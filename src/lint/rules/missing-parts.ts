import type { Root } from 'nlcst';
import { sentencesOf } from '../../english/sentences';
import { missingParts, type PartName } from '../../statement/anatomy';
import type { Draft } from '../finding';
import { defineRule } from '../rule';

/** Asks who the statement is for if it does not say. */
export const missingWho = defineRule({
  id: 'missing-who',
  title: 'Nobody named',
  summary: 'a statement that does not say who it is for',
  level: 'info',
  scope: 'statement',
  traits: {
    append: 'for {{Who is it for?}}',
    related: {
      underHeading:
        /^(?:for )?whom?\b(?! (?:we|i) (?:are|am)\b)(?!.*\b(?:not|don['’]t|isn['’]t)\b)|^(?:(?:our|the|my) )?(?:audience|users|customers|members|clients|beneficiaries|people)\b/i,
    },
  },
  check: () =>
    missing('who', {
      message: 'The statement doesn’t say who it is for',
      question: 'Who would notice first if you stopped?',
      note: 'If a purpose names its people, readers know whether they are meant, and you can say no to the rest.',
    }),
});

/** Asks what the group does if the statement does not say. */
export const missingWhat = defineRule({
  id: 'missing-what',
  title: 'No activity named',
  summary: 'a statement that does not say what is done',
  level: 'info',
  scope: 'statement',
  traits: {
    related: {
      underHeading:
        /^(?:what|how) (?:we|i|it|they) (?:do|does|offer|offers|make|makes|run|runs|work|works)(?! not\b)\b|^(?:(?:our|the|my) )?(?:work|services|activities|offer)$/i,
    },
  },
  check: () =>
    missing('what', {
      message: 'The statement doesn’t say what you do',
      question: 'What would a visitor see you do on an ordinary day?',
      note: 'An effect alone fits many groups. What you do, in a plain verb with its object, sets your group apart.',
    }),
});

/** Asks what changes for people if the statement does not say. */
export const missingChange = defineRule({
  id: 'missing-change',
  title: 'No change named',
  summary: 'a statement that does not say what changes for anyone',
  level: 'info',
  scope: 'statement',
  traits: {
    append: 'so that {{What changes for them?}}',
    related: {
      underHeading:
        /^what (?:changes|will change|is different|gets better|becomes possible)\b|^(?:(?:our|the|my|expected|intended) )?(?:change|outcomes?|impact|difference|effects?|results?)\b/i,
    },
  },
  check: () =>
    missing('change', {
      message: 'The statement doesn’t say what changes',
      question: 'And then what? What can people do, have or be afterwards that they could not before?',
      note: 'What you do fills your days. What changes tells you why, and when you are done.',
    }),
});

/**
 * The check for one part of the statement. It marks only the first word, since a missing part has no position and a
 * mark under the whole statement would hide the others. It reports nothing in doubt, and for an empty statement.
 */
function missing(part: PartName, said: Omit<Draft, 'start' | 'end'>): (tree: Root) => readonly Draft[] {
  return (tree) => {
    const first = sentencesOf(tree)
      .flatMap(({ tokens }) => tokens)
      .find(({ kind }) => kind === 'word' || kind === 'number');
    if (!first || !missingParts(tree).includes(part)) return [];
    return [{ start: first.start, end: first.end, ...said }];
  };
}
