import { hashOf } from '../statement/hash';

/** What a round keeps of the statement that it is about: enough to tell whether its words have changed since. */
export interface Fingerprint {
  readonly words: number;
  /** Of the words in lower case, as eight hexadecimal digits: punctuation and markup don't count. */
  readonly hash: string;
}

/** As much of a long statement is quoted: its first and its last words. */
const QUOTED = 3;

function wordsOf(plain: string): string[] {
  return plain.normalize('NFC').match(/[\p{L}\p{M}\p{N}\p{Sc}%+°]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/** The fingerprint of a statement as a reader sees it. */
export function fingerprintOf(plain: string): Fingerprint {
  const words = wordsOf(plain);
  return { words: words.length, hash: hashOf(words.join(' ').replaceAll('’', "'").toLowerCase()) };
}

/** Whether two fingerprints are of the same words. */
export function isSameWords(one: Fingerprint, other: Fingerprint): boolean {
  return one.hash === other.hash && one.words === other.words;
}

/** `“We run the … within the hour”, 18 words, 5f3a09c1`: a person recognises it, {@link readFingerprint} reads it. */
export function printFingerprint(plain: string): string {
  const words = wordsOf(plain);
  const { hash } = fingerprintOf(plain);
  const quoted =
    words.length > 2 * QUOTED
      ? `${words.slice(0, QUOTED).join(' ')} … ${words.slice(-QUOTED).join(' ')}`
      : words.join(' ');
  return `“${quoted}”, ${words.length} ${words.length === 1 ? 'word' : 'words'}, ${hash}`;
}

/** The fingerprint at the end of a line of text; `undefined` if it has none. */
export function readFingerprint(line: string): Fingerprint | undefined {
  const [, words, hash] = /(\d+) words?, `?([0-9a-f]{8})`?\.?\s*$/.exec(line) ?? [];
  return words === undefined || hash === undefined ? undefined : { words: Number(words), hash };
}
