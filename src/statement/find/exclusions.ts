import { LETTERS, lazyTest } from '../../text/letters';
import type { TextPart } from '../text-part';
import { textTest } from './patterns';
import { isPending } from './pending';
import { namesDocument, saysWhatFor, statesPurpose } from './states-purpose';

/** Beginnings of greetings. */
const isGreeting = textTest('greeting');

/** A version, a date, a status: metadata of the file. */
const isStamp = textTest('stamp');
/** A change of the file: “Last updated by the board”. */
const isDoneWith = textTest('doneWith');
const isDate = textTest('date');

/** “This document …”: text about the document, its repository or its site. */
const isOfItself = textTest('ofItself');
const isThePage = textTest('thePage');
const isAboutFiles = textTest('aboutFiles');

/** Licence terms. */
const isLicence = textTest('licence');

/** A site or a repository with a deed: “This website helps sailors find bread.” */
const isOfAService = textTest('ofAService');

/** A note or a request to the reader. */
const isAside = textTest('aside');
/** The same, unless it states a purpose: “If you need bread, ask us”, but “If you sail, we bake for you.” */
const isRequest = textTest('request');
/** The same, if it leads to a document: “Read the charter”, but “Read to children.” */
const POINTERS = new Set(['see', 'read', 'visit', 'check', 'contact', 'download']);
/** How to use software: “To run the tests, type …”, but “To run a food bank.” */
const isHowTo = textTest('howTo');

/** Advice to those who write a document: “It is always helpful to include …”. */
const isAdvice = textTest('advice');

/** A pointer to more text elsewhere. */
const isElsewhere = textTest('elsewhere');

/** “For the current list of members, see …”. */
const isReference = lazyTest(
  `^for \\S.{0,100}?,? (?:please )?(?:see|visit|refer to|consult|check out|have a look at) `,
);

/** Tags of a site generator: `{{< toc >}}`, `{% include x %}`; a tag like `<toc>` between braces is not in the prose. */
export const GENERATOR = /\{\{(?:[<%][^{}]*[>%])?\}\}|\{%[^{}]*%\}/gu;

/** Lines of a program. */
const isMachine = lazyTest(
  `^(?:import [\\w{*]|export (?:default|const)|</?\\w|\\$\\s|\\[\\[_toc_\\]\\]|\\[toc\\]|@\\w+$|:::)`,
);

/** A field of a form: “Chair: Ann”. */
const isField = lazyTest(`^[${LETTERS}][${LETTERS} /()-]{1,30}: ?\\S`);

/**
 * Whether a text is certainly not a purpose: a greeting, a version, a date, navigation, a licence, a field of a form,
 * a placeholder, or text about the document itself.
 */
export function isExcluded(part: TextPart): boolean {
  let excluded = known.get(part);
  if (excluded === undefined) {
    excluded = isNoPurpose(part);
    known.set(part, excluded);
  }
  return excluded;
}

/** The versions of a file, and a text that is edited, share the parts that are the same. */
const known = new WeakMap<TextPart, boolean>();

function isNoPurpose(part: TextPart): boolean {
  const { plain } = part;
  const words = wordCount(plain.includes('{') ? plain.replace(GENERATOR, ' ') : plain);
  if (words === 0 || !/\p{L}/u.test(plain)) return true;
  const lower = plain.toLowerCase();
  if (isMachine(lower) || isThePage(lower) || (isOfItself(lower) && !isOfAService(lower))) return true;
  if (words <= 14 && (isDate(lower) || isStampOf(lower))) return true;
  if (words <= 10 && isGreeting(lower) && !statesPurpose(lower)) return true;
  if (isAside(lower) || isAboutFiles(lower) || isAsking(lower)) return true;
  const isLed = isLicence(lower) || (words <= 40 && (isElsewhere(lower) || isReference(lower)));
  if (isLed && !saysWhatFor(lower)) return true;
  if (isPending(plain, words)) return true;
  if (part.linked > 0.6 && !/[.!?。]["”)]?$/u.test(plain)) return true;
  if (part.linked > 0.85 && !saysWhatFor(lower)) return true;
  if (/ [|•·] /u.test(plain) && part.linked > 0.3) return true;
  return isForm(plain, words);
}

function isStampOf(lower: string): boolean {
  return (isStamp(lower) || isDoneWith(lower)) && !statesPurpose(lower);
}

/** First words of a request, of instructions and of advice: most texts need none of the patterns. */
const REQUESTS = new Set([
  'if',
  'looking',
  'interested',
  'translation',
  'translations',
  'language',
  'languages',
  'join',
]);
const ADVICE = new Set(
  'it describe explain state outline include list define summarise summarize use'.split(' '),
);

function isAsking(lower: string): boolean {
  const first = /^[a-z]+/.exec(lower)?.[0] ?? '';
  if (POINTERS.has(first)) return namesDocument(lower) && !saysWhatFor(lower);
  if (REQUESTS.has(first)) return isRequest(lower) && !statesPurpose(lower);
  return (
    ((first === 'to' && isHowTo(lower)) || (ADVICE.has(first) && isAdvice(lower))) && !saysWhatFor(lower)
  );
}

/** Whether a text consists of form fields, like the head of a memorandum. */
function isForm(plain: string, words: number): boolean {
  if (!plain.includes(': ')) return false;
  const fields = plain.match(/(?:^| )[\p{Lu}][\p{L}-]+: /gu)?.length ?? 0;
  return fields >= 2 && fields * 8 >= words && isField(plain);
}

/** Says that a list of documents or links follows. */
const listsDocuments = textTest('listsDocuments');

/** Whether a list, introduced or not, is only navigation: each of its items begins with a link or consists of one. */
export function isLinkList(list: TextPart, introduction?: TextPart): boolean {
  const heads = (list.items ?? []).flatMap(({ head }) => (head ? [head] : []));
  if (heads.length === 0) return false;
  if (!introduction) return heads.every(({ linked }) => linked > 0.25) && heads.length > 1;
  const lower = introduction.plain.toLowerCase();
  if (!heads.every(({ linked }) => linked > 0.6)) return false;
  return (
    listsDocuments(lower) ||
    !/^(?:we|i|to|our)\b|\b(?:exists?|works?|missions?|purpose|aims?|goals?)\b/u.test(lower)
  );
}

/** A quotation: all of it between quotation marks, or with a name after a dash. */
export function isQuotation({ plain, kind }: TextPart): boolean {
  if (kind !== 'quote' && /^["“„«][^"“”„«»]{60,}["”“»]\s*$/u.test(plain)) return true;
  return /^["“„«].{20,}["”“»]\s*[.,]?\s*[—–-]\s?\p{Lu}/u.test(plain);
}

/** The number of words; in scripts without spaces, two characters count as one word. */
export function wordCount(plain: string): number {
  if (/^[\s!-~]*$/.test(plain)) return plain.match(/[a-z0-9][a-z0-9'-]*/gi)?.length ?? 0;
  const unspaced =
    plain.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return (plain.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0) + Math.floor(unspaced / 2);
}
