import { parseApart, type SharedStatement } from '../share/portable-markdown';
import { readable } from '../statement/readable';

/** One entry of a purpose's story. */
export interface StoryEntry {
  /** When, ISO 8601. */
  readonly date: string;
  readonly author: string;
  /** The kind of entry in a word or two: "Trimmed". */
  readonly kind: string;
  /** The new statement, if it changed. */
  readonly statement?: string;
  readonly note?: string;
}

/** The content of a page or picture of a purpose; every text is plain. */
export interface PageContent {
  readonly title: string;
  /** BCP 47; an invalid tag counts as English. */
  readonly lang?: string;
  /** `team`, `community` and so on, as in the file. */
  readonly kind?: string;
  readonly statement: SharedStatement;
  readonly who?: string;
  readonly change?: string;
  /** Oldest first. */
  readonly story?: readonly StoryEntry[];
  /** How many entries after the first are omitted. */
  readonly skipped?: number;
  /** The time of the last change, reaffirmation or note, ISO 8601. */
  readonly reviewed?: string;
  /** The purpose file's name, so that readers can find it. */
  readonly source?: string;
  /** When the page was made, ISO 8601. */
  readonly made?: string;
}

/** The statement's paragraphs as plain text. */
export function plainParagraphs({ plain, markdown }: SharedStatement): string[] {
  const paragraphs = markdown === undefined ? [] : parseApart(markdown).children.map(readable);
  const found = paragraphs
    .map((text) => tidy(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  return found.length > 1 ? found : [tidy(plain).replace(/\s+/g, ' ').trim()];
}

/**
 * Text that any document can contain: without control characters and lone surrogates, which XML forbids, and without
 * characters that change the direction of the following text.
 */
export function tidy(text: string): string {
  return text
    .replace(/(?![\n\t])[\p{Cc}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Escapes text between tags or in a quoted attribute, for HTML and XML alike. */
export function escapeMarkup(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return tidy(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A language tag in its canonical form; English if it is invalid. */
export function languageOf(lang: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(lang?.trim())[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The direction in which a language is written. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return /^(?:ar|he|fa|ur|yi|ps|sd|ug|dv|ckb)(?:-|$)/.test(lang) ? 'rtl' : 'ltr';
}

/** A day in words of the language; the text itself if it is not a date. */
export function dayInWords(iso: string, lang: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
