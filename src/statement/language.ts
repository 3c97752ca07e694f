import data from './language/function-words.yml';

/** The language of a statement, as far as the rules need to know it. */
export interface Language {
  /** BCP 47 tag: as declared, or as found; `und-Cyrl` and the like where only the script is plain. */
  readonly lang: string;
  /** Whether the rules on English prose apply. */
  readonly english: boolean;
  /** Whether the file says so itself. */
  readonly declared: boolean;
}

const PROFILES = Object.entries(data as Record<string, string>).map(
  ([lang, words]) => [lang, new Set(words.split(/\s+/))] as const,
);

/** Scripts that tell the language, or at least that it is not English. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Cyrillic}/gu, 'und-Cyrl'],
  [/\p{Script=Arabic}/gu, 'und-Arab'],
  [/\p{Script=Devanagari}/gu, 'und-Deva'],
];

/** Text beyond this tells nothing new. */
const ENOUGH = 4000;

/**
 * The language of a text: the one declared, or else the one that it is plainly written in; English when in doubt.
 *
 * Found by the words a language cannot do without. Libraries for this go by triplets of letters: their tables are
 * larger than all our rules, and on a dozen words, the size of a statement, they are often wrong; a wrong "not
 * English" would silence the linter.
 * @param declared what front matter says under `lang`: `de`, `en-GB`; anything that is no language tag is passed over.
 */
export function detectLanguage(text: string, declared?: string): Language {
  const tag = declared?.trim().replaceAll('_', '-') ?? '';
  if (/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(tag)) {
    return { lang: tag, english: /^en(?:g|glish)?(?:-|$)/i.test(tag), declared: true };
  }
  const lang = foreignScript(text.slice(0, ENOUGH)) ?? foreignWords(text.slice(0, ENOUGH)) ?? 'en';
  return { lang, english: lang === 'en', declared: false };
}

/** A script other than Latin that most letters are in. Japanese is told by its kana, which stand among Han letters. */
function foreignScript(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters < 4 || latin * 2 > letters) return undefined;
  const shares = SCRIPTS.map(([script, lang]) => ({ lang, share: text.match(script)?.length ?? 0 }));
  const kana = shares[0];
  if (kana && kana.share * 10 > letters) return kana.lang;
  const most = shares.reduce((one, other) => (other.share > one.share ? other : one));
  return most.share * 2 > letters ? most.lang : 'und';
}

/** A language other than English in which plainly more of the words are at home. */
function foreignWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = PROFILES.map(([lang, profile]) => ({
    lang,
    // A single letter is as often a bullet or an initial: it counts for half.
    count: words.reduce((sum, word) => sum + (profile.has(word) ? (word.length > 1 ? 1 : 0.5) : 0), 0),
  }));
  const english = hits.find(({ lang }) => lang === 'en')?.count ?? 0;
  const others = hits.filter(({ lang }) => lang !== 'en');
  const most = others.reduce((one, other) => (other.count > one.count ? other : one));
  const plainly = most.count >= 2 && most.count >= words.length * 0.2 && most.count >= english * 2;
  return plainly ? most.lang : undefined;
}
