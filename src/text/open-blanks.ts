import { LETTERS, lazyTest, WORD_LETTERS } from './letters';

/** An open blank in a text, by offsets: `{{who}}`. */
interface OpenBlank {
  /** The text between the braces, trimmed; `''` for empty braces. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const BRACES = /\{\{([^{}\r\n]*)\}\}/g;

/** A question in words is a blank, regardless of the names and examples in it. */
const isQuestion = lazyTest(`^[${WORD_LETTERS}“«¿(][^|=<>]*\\s[^|=<>]*[?？]$`);

/**
 * Code between braces: shortcodes of Hugo, expressions of Liquid, Jinja, Go, Vue and Handlebars, objects of MDX,
 * templates of MediaWiki. People write blanks in words, without tags, pipes, assignments, calls, paths and indexes.
 */
const isCode = lazyTest(
  [
    '^(?:[<>%#/!&^~$@*=+:;,\'"`|\\\\[-]|\\.(?!\\.))',
    '[%>/~|-]$',
    `[|=<>]|&&|\\$[${LETTERS}_{]`,
    `[${WORD_LETTERS}_]\\((?![${LETTERS}]{1,3}\\))`,
    `[${WORD_LETTERS}_)\\]]\\[`,
    `[${WORD_LETTERS}_]{2}\\.[${LETTERS}_]`,
    `\\s\\.(?:[${LETTERS}_\\s]|$)`,
    '^[\\w-]+\\s*:?\\s+["\'][^"\']*["\']',
    '\\s\\?\\s.*\\s:\\s',
    '^(?:else|end(?:if|for|each|block|with|raw)|toc)$',
  ].join('|'),
);

/** Code before the braces: `${{ … }}`, `{{{ … }}}`, `style={{ … }}`, `[text]({{ … }})`. */
const CODE_BEFORE = /[${=]$|\]\($/;

/** The blanks that a person left open in a text, in order; braces with code of a site generator are not blanks. */
export function openBlanks(text: string): OpenBlank[] {
  if (!text.includes('{{')) return [];
  return [...text.matchAll(BRACES)].flatMap(({ 0: braces, 1: inner = '', index }) => {
    const [name, end] = [inner.trim(), index + braces.length];
    const isInCode = text[end] === '}' || CODE_BEFORE.test(text.slice(Math.max(0, index - 2), index));
    if (isInCode || (isCode(name) && !isQuestion(name))) return [];
    return [{ name, start: index, end }];
  });
}

/** Whether a person left a blank open in a text. */
export function hasOpenBlank(text: string): boolean {
  return openBlanks(text).length > 0;
}

/** Replaces each open blank of a text. */
export function replaceBlanks(text: string, replacement: (blank: OpenBlank) => string): string {
  return openBlanks(text).reduceRight(
    (replaced, blank) => replaced.slice(0, blank.start) + replacement(blank) + replaced.slice(blank.end),
    text,
  );
}
