import { formsOf } from '../../english/inflect';
import type { Sentence } from '../../english/sentences';
import type { Tag } from '../../english/tag';

/**
 * A phrase of the word lists, compiled. The small language it is written in:
 *
 * | written | meaning |
 * |---|---|
 * | `word` | that word, in any case |
 * | `word.v` `word.n` `word.a` | it with all forms of a verb, of a noun, of an adjective and its adverb |
 * | `this\|that` | either |
 * | `(word)` | must be there, but is not marked |
 * | `word?` | optional |
 * | `*` | one to three words of any kind |
 * | `@noun` `@adjective` … | a word of that part of speech |
 * | `(!word)` | must not follow there |
 * | `*-end` `start-*` | a hyphenated word with that end or start |
 */
export interface Phrase {
  /** The elements before the anchor, nearest first. */
  readonly before: readonly Element[];
  /** The anchor and the elements after it. */
  readonly from: readonly Element[];
}

interface Element {
  readonly words: ReadonlySet<string> | undefined;
  readonly tags: readonly string[] | undefined;
  readonly gap: boolean;
  readonly context: boolean;
  readonly optional: boolean;
  readonly negated: boolean;
}

/** A phrase of which only the keys are known yet. */
export interface Uncompiled {
  /** The possible words of its anchor; see `keysOf`. */
  readonly keys: readonly string[];
  /** Compiles the rest lazily: a text needs a few dozen of a thousand phrases. */
  readonly compile: () => Phrase;
}

/** Parses a phrase, with one result for each way to hyphenate it. */
export function readPhrase(written: string): Uncompiled[] {
  return spellings(written).map((spelling) => {
    const parts = spelling.split(/\s+/);
    const anchor = parts.findIndex((part) => !/^[*@(]|[?]$/.test(part) || /^\*-/.test(part));
    if (anchor < 0) throw new Error(`The phrase “${written}” has no word of its own to look for.`);
    const first = toElement(parts[anchor] ?? '');
    return {
      keys: [...(first.words ?? [])],
      compile: () => ({
        before: parts.slice(0, anchor).map(toElement).reverse(),
        from: [first, ...parts.slice(anchor + 1).map(toElement)],
      }),
    };
  });
}

/** "high-quality work" is also written "high quality work". */
function spellings(written: string): string[] {
  if (!/[a-z]-[a-z]/.test(written) || written.includes('|')) return [written];
  return [written, written.replace(/([a-z])-(?=[a-z])/g, '$1 ')];
}

function toElement(written: string): Element {
  let text = written;
  const optional = text.endsWith('?');
  if (optional) text = text.slice(0, -1);
  const context = text.startsWith('(') && text.endsWith(')');
  if (context) text = text.slice(1, -1);
  const negated = text.startsWith('!');
  if (negated) text = text.slice(1);
  if (text === '*') return { words: undefined, tags: undefined, gap: true, context, optional, negated };
  if (text.startsWith('@')) {
    return { words: undefined, tags: text.slice(1).split('|'), gap: false, context, optional, negated };
  }
  const words = new Set<string>();
  for (const alternative of text.split('|')) {
    const [, base = alternative, kind] = /^(.*?)(?:\.([vna]))?$/.exec(alternative) ?? [];
    for (const form of formsOf(base, kind)) words.add(form);
  }
  return { words, tags: undefined, gap: false, context, optional, negated };
}

/** The keys under which phrases that begin with this word are indexed. */
export function keysOf(lower: string): readonly string[] {
  const first = lower.indexOf('-');
  if (first < 1) return [lower];
  return [lower, `${lower.slice(0, first)}-*`, `*${lower.slice(lower.lastIndexOf('-'))}`];
}

/** From and to: indices of the first and last token marked. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

const LONGEST_GAP = 3;

/** Matches a phrase with its anchor at a token. */
export function matchAt(
  phrase: Phrase,
  sentence: Sentence,
  tags: readonly Tag[],
  index: number,
): Hit | undefined {
  let from = index;
  let at = index - 1;
  for (const element of phrase.before) {
    if (fits(element, sentence, tags, at)) {
      if (!element.context) from = at;
      at -= 1;
    } else if (!element.optional) return undefined;
  }
  const to = forward(phrase.from, 0, sentence, tags, index, index - 1);
  return to === undefined ? undefined : { from, to };
}

function forward(
  elements: readonly Element[],
  done: number,
  sentence: Sentence,
  tags: readonly Tag[],
  at: number,
  end: number,
): number | undefined {
  const element = elements[done];
  if (!element) return end;
  if (element.gap) {
    for (let length = 1; length <= LONGEST_GAP; length += 1) {
      const token = sentence.tokens[at + length - 1];
      if (!token || (token.kind === 'punctuation' && token.text !== "'" && token.text !== '’')) break;
      const rest = forward(elements, done + 1, sentence, tags, at + length, end);
      if (rest !== undefined) return rest;
    }
    return element.optional ? forward(elements, done + 1, sentence, tags, at, end) : undefined;
  }
  if (done === 0 || fits(element, sentence, tags, at)) {
    const rest = forward(elements, done + 1, sentence, tags, at + 1, element.context ? end : at);
    if (rest !== undefined) return rest;
  }
  return element.optional ? forward(elements, done + 1, sentence, tags, at, end) : undefined;
}

function fits(element: Element, sentence: Sentence, tags: readonly Tag[], at: number): boolean {
  return isOneOf(element, sentence, tags, at) !== element.negated;
}

function isOneOf(element: Element, sentence: Sentence, tags: readonly Tag[], at: number): boolean {
  const token = sentence.tokens[at];
  if (!token) return false;
  if (element.words) {
    if (element.words.has(token.lower)) return true;
    return token.lower.includes('-') && keysOf(token.lower).some((key) => element.words?.has(key));
  }
  const tag = tags[at];
  return tag !== undefined && (element.tags?.includes(tag) ?? false);
}
