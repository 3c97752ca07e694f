import type { NamedText } from './shared-words';

/** Words that begin a sentence or a title rather than a name, in several languages. */
const NO_NAMES = new Set(
  `we our us i my you your they their the a an this that these those it its to in on at for with from by as if when
  what who why how one all and or but so because purpose mission vision goal note
  wir unser unsere der die das ein eine ich mein zweck ziel
  nous notre le la les un une je nuestro nuestra nosotros el los las
  noi nostro nostra il lo o os nosso nossa`
    .split(/\s+/)
    .filter(Boolean),
);
/** Lower-case particles of names: Vincent van Gogh, Maria da Silva. */
const PARTICLES = new Set('van von de da del der den di la le bin ibn and und'.split(' '));
/** Maximum number of words in a name; more are a sentence. */
const LONGEST_NAME = 4;

/**
 * Parses a typed line: `Ana: We bake.` and `Ana – We bake.` are Ana's words. A colon or dash inside a sentence does not
 * mark a person: a known name, or one that looks like a name, must precede it. After a dash, a sentence must also
 * begin.
 * @param known names of people, of any form
 */
export function readVoiceLine(line: string, known: readonly string[] = []): NamedText {
  const text = line.trim();
  const [, name = '', mark = '', words] =
    /^([^:–—.!?“”"]{1,60}?)(\s*:|\s+[-–—])\s+(\S.*)$/su.exec(text) ?? [];
  if (words === undefined) return { name: '', text };
  const isKnown = known.some((one) => one.trim().toLowerCase() === name.trim().toLowerCase());
  const begins = mark.endsWith(':') || /^[^\p{L}]*\p{Lu}/u.test(words);
  return isKnown || (begins && looksLikeName(name))
    ? { name: name.trim(), text: words.trim() }
    : { name: '', text };
}

/** Whether words before a colon can name a person or a group: short, and not the beginning of a sentence. */
export function mayBeName(words: string): boolean {
  const [first = '', ...more] = words.trim().split(/\s+/);
  return more.length < LONGEST_NAME && !NO_NAMES.has(first.toLowerCase());
}

/** Whether each word of it is capitalised or a particle, and none is a word that begins sentences. */
function looksLikeName(name: string): boolean {
  const words = name.trim().split(/\s+/);
  if (!mayBeName(name)) return false;
  return words.every(
    (word, at) => (at > 0 && PARTICLES.has(word)) || /^\p{Lu}[\p{L}\p{M}\d'’.-]*$/u.test(word),
  );
}
