import type { Span } from '../../statement/position';
import data from './placeholder-mention.yml';

const around = (name: string) => new RegExp((data as Readonly<Record<string, string>>)[name] ?? '', 'i');

/** Words after which the mark is a word of its own: “the word TODO”, “lines marked TBD”. */
const NAMED = around('named');
/** Words after the mark that define it: “TBD stands for …”. */
const DEFINED = around('defined');
/** Nouns that a mark makes a name of: “our TODO list”, “the TODO Group”. */
const NOUN_AFTER = around('nounAfter');
const DETERMINER = around('determiner');
/** Nouns before a Roman numeral: “Super Bowl XXX”. */
const NUMBERED = around('numbered');

/**
 * Whether a text mentions TODO, TBD, FIXME or XXX instead of marking a gap with it: in a name, a path or a number (“the
 * TODO Group”, “FIXME-12”, “Super Bowl XXX”), as a noun (“our TODO list”), in a quotation, with an explanation beside
 * it, or in small letters, where *todo* is an English noun and a Spanish and Portuguese pronoun.
 */
export function isMention(text: string, { start, end }: Span): boolean {
  const [before, mark, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  if (isPartOfName(before, after) || isInQuotation(text, start)) return true;
  if (/^(?:\([^()]*\))?:/.test(after) && /(?:^|[.!?…([|])\s*$/u.test(before)) return false;
  if (mark === mark.toLowerCase() && /todo|xxx/.test(mark)) return true;
  if (/\p{L}[ \t]+$/u.test(before) && /^[ \t]+\p{Lu}\p{Ll}/u.test(after)) return true;
  if (DETERMINER.test(before) || NOUN_AFTER.test(after)) return true;
  if (NAMED.test(before) || DEFINED.test(after)) return true;
  if (/xxx/i.test(mark) && NUMBERED.test(before)) return true;
  if (/\p{Lu}{2}\s+$/u.test(before) && /^\s+\p{Lu}{2}/u.test(after)) return true;
  return isSpeltOut(mark, before, after);
}

const PATH = /(?:^|[\s("])(?:(?:\.{1,2}|~)?\/|[\w.-]+\/[\w.-]+\/)(?:[\w.-]+\/)*$/;

/** Whether the mark is part of a path, a number or a longer name: “/docs/TODO”, “FIXME-12”, “[[TODO]]”. */
function isPartOfName(before: string, after: string): boolean {
  if (/^(?:[-_.]\p{L}|[-_.#]\p{N})/u.test(after)) return true;
  if (/[\p{L}\p{N}][-_]$/u.test(before) || PATH.test(before)) return true;
  return /\[\[[^\][]*$/.test(before) && /^[^\][]*\]\]/.test(after);
}

const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '‹': '›',
  '‘': '’',
  '「': '」',
};

/** Whether an offset is in a quotation that is not all of the text: in a statement within quotation marks, it is a gap. */
function isInQuotation(text: string, at: number): boolean {
  if (/^'(?:TODO|TBD|FIXME|XXX)'/.test(text.slice(Math.max(0, at - 1), at + 6))) return true;
  return Object.entries(QUOTES).some(([open, close]) => {
    const from = text.lastIndexOf(open, at - 1);
    if (at === 0 || from < 0) return false;
    if (open === close) {
      if ((text.slice(0, at).split(open).length - 1) % 2 === 0) return false;
    } else if (text.lastIndexOf(close, at - 1) > from) return false;
    const to = text.indexOf(close, at);
    return to > 0 && `${text.slice(0, from)}${text.slice(to + 1)}`.trim().length > 1;
  });
}

/**
 * Whether the words before it, or in parentheses after it, begin with its letters: “Ten Bakers of Deal (TBD)”. “TBD (to
 * be decided)” is a gap.
 */
function isSpeltOut(mark: string, before: string, after: string): boolean {
  const inside = /^\s*\(([^()]+)\)/.exec(after)?.[1] ?? '';
  const initials = (words: string): string =>
    [...words.matchAll(/(?<![\p{L}\p{N}])\p{L}/gu)].join('').toUpperCase();
  if (initials(before).endsWith(mark)) return true;
  if (/^to be\b/i.test(inside)) return false;
  // Names leave “of” and “the” out.
  return initials(inside) === mark || initials(inside.replace(/(?<!\p{L})\p{Ll}+/gu, '')) === mark;
}
