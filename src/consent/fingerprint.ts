import { hexHash } from '../text/hash';
import { plural } from '../text/plural';

/** Identifies the statement of a round, so that a later change of its words can be detected. */
export interface Fingerprint {
  readonly words: number;
  /** Hash of the lower-case words, as eight hexadecimal digits: punctuation and markup don't count. */
  readonly hash: string;
}

/** Number of quoted words at each end of a long statement. */
const QUOTED = 3;

function wordsOf(plain: string): string[] {
  return plain.normalize('NFC').match(/[\p{L}\p{M}\p{N}\p{Sc}%+°]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/** The fingerprint of a statement's plain text. */
export function fingerprintOf(plain: string): Fingerprint {
  const words = wordsOf(plain);
  return { words: words.length, hash: hexHash(words.join(' ').replaceAll('’', "'").toLowerCase()) };
}

/** Whether two fingerprints are of the same words. */
export function isSameWords(one: Fingerprint, other: Fingerprint): boolean {
  return one.hash === other.hash && one.words === other.words;
}

/** `“We run the … within the hour”, 18 words, 5f3a09c1`: readable for people and for {@link readFingerprint}. */
export function printFingerprint(plain: string): string {
  const words = wordsOf(plain);
  const { hash } = fingerprintOf(plain);
  const quoted =
    words.length > 2 * QUOTED
      ? `${words.slice(0, QUOTED).join(' ')} … ${words.slice(-QUOTED).join(' ')}`
      : words.join(' ');
  return `“${quoted}”, ${plural(words.length, 'word')}, ${hash}`;
}

/** The fingerprint at the end of a line of text; `undefined` if it has none. */
export function readFingerprint(line: string): Fingerprint | undefined {
  const [, words, hash] = /(\d+) words?, `?([0-9a-f]{8})`?\.?\s*$/.exec(line) ?? [];
  return words === undefined || hash === undefined ? undefined : { words: Number(words), hash };
}
