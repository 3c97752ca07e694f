import { contentWords } from '../cocreate/shared-words';
import { fingerprintOf } from '../consent/fingerprint';
import { type Anatomy, PARTS, type PartName } from '../statement/anatomy';
import type { HeardRound } from './store';

/** The statement to compare answers with. */
export interface Said {
  readonly plain: string;
  /** The text of each part that was found. */
  readonly parts: Readonly<Partial<Record<PartName, string>>>;
}

/** A statement and the parts that were found in it, to compare answers with. */
export function saidOf(plain: string, { who, what, change }: Anatomy): Said {
  const parts = {
    ...(who && { who: who.text }),
    ...(what && { what: what.text }),
    ...(change && { change: change.text }),
  };
  return { plain, parts };
}

/** A word and the number of people who used it. */
interface HeardWord {
  readonly word: string;
  readonly people: number;
}

/** The results of one round: counts of people, without names. */
export interface RoundTally {
  readonly round: string;
  readonly answers: number;
  /** Number of answers from when the statement had a different wording. */
  readonly aboutOtherWords: number;
  /** For each part of the statement: the number of answers with one of its words, in any form. */
  readonly heard: Readonly<Partial<Record<PartName, number>>>;
  /** The words of the statement that no answer used. */
  readonly unused: readonly string[];
  /** The words that were used instead, the most frequent first. */
  readonly instead: readonly HeardWord[];
}

/** Maximum number of listed words, so that the important ones stand out. */
const MAX_WORDS = 12;

/**
 * Compares the answers of a round with the statement by the roots of their content words: *teaching* matches *taught*.
 * A part is heard in an answer if they share a root.
 */
export function tallyOf({ name, answers }: HeardRound, said: Said): RoundTally {
  const { hash } = fingerprintOf(said.plain);
  const rootsOf = (text: string) => new Set(contentWords(text).map(({ root }) => root));
  const answerRoots = answers.map(({ text }) => rootsOf(text));
  const heard = PARTS.flatMap((part) => {
    const roots = rootsOf(said.parts[part] ?? '');
    if (roots.size === 0) return [];
    return [[part, answerRoots.filter((one) => [...roots].some((root) => one.has(root))).length] as const];
  });
  const own = contentWords(said.plain);
  const unused = own.filter(({ root }) => !answerRoots.some((one) => one.has(root)));
  const known = new Set(own.map(({ root }) => root));
  const instead = new Map<string, HeardWord>();
  answers.forEach(({ text }) => {
    const first = new Map(
      contentWords(text)
        .reverse()
        .map(({ root, text: word }) => [root, word]),
    );
    for (const [root, word] of first) {
      if (known.has(root)) continue;
      const before = instead.get(root);
      instead.set(root, { word: before?.word ?? word.toLowerCase(), people: (before?.people ?? 0) + 1 });
    }
  });
  return {
    round: name,
    answers: answers.length,
    aboutOtherWords: answers.filter(({ about }) => about !== '' && about !== hash).length,
    heard: Object.fromEntries(heard),
    unused: [...new Map(unused.map(({ root, text }) => [root, text])).values()],
    instead: [...instead.values()]
      .sort((a, b) => b.people - a.people || (a.word < b.word ? -1 : 1))
      .slice(0, MAX_WORDS),
  };
}
