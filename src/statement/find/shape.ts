import { lazyTest } from '../../text/letters';
import { alternatives, textTest, wordTest } from './patterns';

/** How certainly a sentence states the purpose of a group: 0 not at all, 4 explicitly. */
export type ShapeRank = 0 | 1 | 2 | 3 | 4;

/** Explicitly calls the following text the purpose. */
const callsIt = wordTest('callsIt');

/** Says that the group exists, or was founded, for the following. */
const saysSo = wordTest('saysSo');

/** A goal or a task: mostly the purpose, or close to it. */
const aims = wordTest('aims');

/** Says that the group does something: true of most statements, but also of other text. */
const DOES = alternatives('does').map((pattern) => lazyTest(pattern));

/** Scripts without spaces: patterns on the words themselves. */
const UNSPACED =
  /(?:使命|宗旨|目的|ミッション|목적|사명)(?:は|是|为|為|在于|在於|은|는)|(?:を目的と|ことを目指|旨在|致力于|致力於)/u;

const empowers = textTest('empowers');

/** The shape of one sentence. */
export function shapeOf(sentence: string): ShapeRank {
  const written = sentence.length > 600 ? sentence.slice(0, 600) : sentence;
  const text = written.toLowerCase();
  if (callsIt(text) || UNSPACED.test(text)) return 4;
  if (saysSo(text)) return 3;
  if (aims(text)) return 2;
  return DOES.some((does) => does(text)) || empowers(text.charAt(0) + written.slice(1)) ? 1 : 0;
}
