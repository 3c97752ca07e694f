import { isContentWord, wordRoot } from '../english/word-root';
import type { Span } from '../statement/position';

/** A person's words and name. */
export interface NamedText {
  readonly name: string;
  /** Markdown or plain text. */
  readonly text: string;
}

/** A word or a pair of words that at least two voices use, in any form. */
export interface SharedWord {
  /** The forms as written, the most frequent first. */
  readonly forms: readonly string[];
  /** Who uses it, in the order of the voices. */
  readonly voices: readonly string[];
  /** Its occurrences, in the order of voices and positions; offsets in the text of that voice. */
  readonly places: readonly SharedPlace[];
}

interface SharedPlace extends Span {
  /** The index of the voice. */
  readonly voice: number;
}

export interface Word extends Span {
  readonly text: string;
  readonly root: string;
}

interface Use extends SharedPlace {
  readonly form: string;
}

/**
 * The common vocabulary of several voices: words compared by their roots, and pairs of adjacent words. A word that is
 * shared only as part of a pair is not listed again. The most widely shared come first.
 */
export function sharedWords(voices: readonly NamedText[]): SharedWord[] {
  const singles = new Map<string, Use[]>();
  const pairs = new Map<string, Use[]>();
  voices.forEach(({ text }, voice) => {
    let before: Word | undefined;
    for (const word of contentWords(text)) {
      add(singles, word.root, { voice, start: word.start, end: word.end, form: word.text });
      if (before && /^[ \t\-\u2010\u2011]+$/.test(text.slice(before.end, word.start))) {
        const form = text.slice(before.start, word.end);
        add(pairs, `${before.root} ${word.root}`, { voice, start: before.start, end: word.end, form });
      }
      before = word;
    }
  });

  const sharedPairs = [...pairs.values()].filter(isShared);
  const inPairs = sharedPairs.flat();
  const sharedSingles = [...singles.values()].filter(
    (uses) =>
      isShared(uses) &&
      uses.some(
        (use) =>
          !inPairs.some((pair) => pair.voice === use.voice && pair.start <= use.start && pair.end >= use.end),
      ),
  );
  const found = [...sharedPairs, ...sharedSingles].map((uses) => asShared(uses, voices));
  // The sort is stable: equally widespread words stay in the order of their first use, pairs first.
  return found.sort((a, b) => b.voices.length - a.voices.length || b.places.length - a.places.length);
}

/** The content words; link targets and addresses are excluded. */
export function contentWords(text: string): Word[] {
  const readable = text.replace(/\]\([^()\s]*\)|<[^<>\s]+>|\bhttps?:\/\/\S+|\{\{[^{}\n]*\}\}/g, (other) =>
    ' '.repeat(other.length),
  );
  return [...readable.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)].flatMap((match) => {
    const word = match[0];
    const start = match.index;
    return isContentWord(word) ? [{ text: word, root: wordRoot(word), start, end: start + word.length }] : [];
  });
}

function add(uses: Map<string, Use[]>, key: string, use: Use): void {
  const known = uses.get(key);
  if (known) known.push(use);
  else uses.set(key, [use]);
}

function isShared(uses: readonly Use[]): boolean {
  return uses.some(({ voice }) => voice !== uses[0]?.voice);
}

function asShared(uses: readonly Use[], voices: readonly NamedText[]): SharedWord {
  const counts = new Map<string, { form: string; count: number }>();
  for (const { form } of uses) {
    const key = form.toLowerCase();
    const known = counts.get(key);
    // A capital may only be due to the start of a sentence, so the lower-case form is shown if there is one.
    if (known) Object.assign(known, { count: known.count + 1, form: form === key ? form : known.form });
    else counts.set(key, { form, count: 1 });
  }
  return {
    forms: [...counts.values()].sort((a, b) => b.count - a.count).map(({ form }) => form),
    voices: [...new Set(uses.map(({ voice }) => voice))].map((voice) => voices[voice]?.name ?? ''),
    places: uses.map(({ voice, start, end }) => ({ voice, start, end })),
  };
}
