import { LETTERS } from '../text/letters';
import data from './language/function-words.yml';

/** The language of a statement, as far as the rules need it. */
export interface Language {
  /** BCP 47 tag, declared or detected; `und-Cyrl` and the like if only the script is clear. */
  readonly lang: string;
  /** Whether the rules on English prose apply. */
  readonly english: boolean;
  /** Whether the file declares it. */
  readonly declared: boolean;
}

const PROFILES = data as Record<string, string>;
const LANGS = Object.keys(PROFILES);

let indexed: ReadonlyMap<string, readonly number[]> | undefined;

/** For each function word the indices of its languages in {@link LANGS}. */
function langsByWord(): ReadonlyMap<string, readonly number[]> {
  if (indexed) return indexed;
  const index = new Map<string, number[]>();
  for (const [at, words] of Object.values(PROFILES).entries()) {
    for (const word of words.split(' ')) {
      const langs = index.get(word);
      if (!langs) index.set(word, [at]);
      else if (langs.at(-1) !== at) langs.push(at);
    }
  }
  indexed = index;
  return index;
}

/** Scripts that identify the language, or at least exclude English. */
const SCRIPTS: readonly (readonly [names: string, lang: string])[] = [
  ['\\p{Script=Hiragana}\\p{Script=Katakana}', 'ja'],
  ['\\p{Script=Hangul}', 'ko'],
  ['\\p{Script=Han}', 'zh'],
  ['\\p{Script=Greek}', 'el'],
  ['\\p{Script=Hebrew}', 'he'],
  ['\\p{Script=Thai}', 'th'],
  ['\\p{Script=Cyrillic}', 'und-Cyrl'],
  ['\\p{Script=Arabic}', 'und-Arab'],
  ['\\p{Script=Devanagari}', 'und-Deva'],
];

/** Maximum number of characters to examine. */
const ENOUGH = 4000;

/**
 * The language of a text: the declared one, or else the clearly detected one; English when in doubt.
 *
 * Detected by function words. Libraries use letter trigrams: their tables are larger than all our rules, and on a dozen
 * words, the size of a statement, they are often wrong. A wrong "not English" would silence the linter.
 * @param declared the value of `lang` in the front matter: `de`, `en-GB`; an invalid tag is ignored
 */
export function detectLanguage(text: string, declared?: string): Language {
  const tag = declared?.trim().replaceAll('_', '-') ?? '';
  if (/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(tag)) {
    return { lang: tag, english: /^en(?:g|glish)?(?:-|$)/i.test(tag), declared: true };
  }
  const lang = foreignScript(text.slice(0, ENOUGH)) ?? foreignWords(text.slice(0, ENOUGH)) ?? 'en';
  return { lang, english: lang === 'en', declared: false };
}

/**
 * Whether a paragraph of a file is clearly not in English, regardless of the file's language. Stricter than the detection
 * for a file, because a sentence may contain a foreign name: “We meet at El Centro de la Raza.”
 */
export function isForeign(paragraph: string): boolean {
  const text = paragraph.slice(0, ENOUGH);
  return (foreignScript(text) ?? foreignWords(text, 4)) !== undefined;
}

/** Text whose letters are all Latin, by far the most frequent case: without the sign for micro, which is not. */
const LATIN = /^[\0-\u00b4\u00b6-\u024f\u2000-\u206f]*$/;

/** A script other than Latin with most of the letters. Kana identify Japanese, although most letters may be Han. */
function foreignScript(text: string): string | undefined {
  if (LATIN.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters < 4 || latin * 2 > letters) return undefined;
  const shares = SCRIPTS.map(([names, lang]) => {
    const script = new RegExp(`[${names}]`, 'gu');
    return { lang, share: text.match(script)?.length ?? 0 };
  });
  const kana = shares[0];
  if (kana && kana.share * 10 > letters) return kana.lang;
  const most = shares.reduce((one, other) => (other.share > one.share ? other : one));
  return most.share * 2 > letters ? most.lang : 'und';
}

const WORDS = new RegExp(`[${LETTERS}]+`, 'g');

/**
 * A language other than English with clearly more of the words.
 * @param ratio how many times as many as English
 */
function foreignWords(text: string, ratio = 2): string | undefined {
  const words = text.toLowerCase().match(WORDS) ?? [];
  const langs = langsByWord();
  const counts = LANGS.map(() => 0);
  for (const word of words) {
    // A single letter is often a bullet or an initial, so it counts half.
    for (const at of langs.get(word) ?? []) counts[at] = (counts[at] ?? 0) + (word.length > 1 ? 1 : 0.5);
  }
  const hits = LANGS.map((lang, at) => ({ lang, count: counts[at] ?? 0 }));
  const english = hits.find(({ lang }) => lang === 'en')?.count ?? 0;
  const others = hits.filter(({ lang }) => lang !== 'en');
  const most = others.reduce((one, other) => (other.count > one.count ? other : one));
  const plainly = most.count >= 2 && most.count >= words.length * 0.2 && most.count >= english * ratio;
  return plainly ? most.lang : undefined;
}
