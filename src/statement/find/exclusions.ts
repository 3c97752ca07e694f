import { LETTERS, lazyTest, WORD_LETTERS } from '../../text/letters';
import type { TextPart } from '../text-part';
import { isPending } from './pending';
import { namesDocument, saysWhatFor, statesPurpose } from './states-purpose';

/** Beginnings of greetings. */
const isGreeting = lazyTest(
  `^(?:welcome|hello|hi|hey|greetings|thanks|thank you|good (?:morning|day)|willkommen|herzlich willkommen|hallo|danke|bienvenue|bonjour|merci|bienvenid[oa]s?|hola|gracias|bem-vind[oa]s?|olá|obrigad[oa]|benvenut[ioae]|ciao|grazie|welkom|hoi|välkommen|velkommen|hej|hei|tervetuloa|witamy|witaj|cześć|vítejte|ahoj|vitajte|dobrodošli|üdvözöljük|bun venit|hoş geldiniz|καλώς|добро пожаловать|ласкаво просимо|привет|ようこそ|欢迎|歡迎|환영|selamat datang)(?![${WORD_LETTERS}])`,
);

/** A version, a date, a status: metadata of the file. */
const isStamp = lazyTest(
  `^(?:v(?:ersion)?\\.?[ :]*\\d|\\d+(?:\\.\\d+)+\\b(?!\\.? (?:[${LETTERS}’'-]+,? ){3})|(?:version|status|authors?|draft|stand|as of)(?: ?[:|–—-]|[^.]{0,30}\\d|(?: [^ ]+){0,2}$)|draft (?:of|by|from|version|document|text|for (?:discussion|review|comments?))(?![${LETTERS}])|letzte (?:änderung|aktualisierung)|zuletzt|version vom|dernière mise|mis à jour|última|actualizado|atualizado|ultimo aggiornamento|laatst|senast|sist|最終更新|更新日)`,
);
/** What was done with the file: “Last updated by the board”. */
const isDoneWith = lazyTest(
  '^(?:last |date |first )?(?:updated?|modified|changed|revised|edited|amended|adopted|effective|approved|ratified|published|created|reviewed|dated?|drafted|valid(?:ated)?|signed|written)\\b(?:.*(?:\\d|[:|])|.* (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b|(?: [^ ]+){0,5}$)',
);
const isDate = lazyTest(
  `^[^${LETTERS}]*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[${LETTERS}]*|\\d{1,4})[\\s\\d.,/-]*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[${LETTERS}]*)?[\\s\\d.,/-]*$`,
);

/** “This document …”: text about the document, its repository or its site. */
const isOfItself = lazyTest(
  `^(?:(?:in )?(?:this|the following|the present)|the purpose of (?:this|these|the)|the (?:goal|aim|intent|objective) of this|here) (?:[${LETTERS}]+[ -]){0,3}?(?:document|doc|docs|documents|page|pages|charter|repository|repo|file|files|folder|directory|guide|website|site|web site|policy|policies|section|text|material|readme|wiki|handbook|manual|article|bylaws|constitution|book|template|list|statement|post|form|table|summary|code of conduct|is the (?:main |official |home)?(?:website|page|repository|site|home|documentation|charter))(?![${LETTERS}])(?! (?:clubs?|groups?|circles?|shops?|stores?|banks?|fairs?|exchanges?|swaps?|societ(?:y|ies)|teams?|networks?|projects?|programm?es?|communit(?:y|ies)|collectives?|festivals?|prizes?)(?![${LETTERS}]))|^(?:ce (?:document|dépôt|site|texte)|cette (?:page|charte)|dies(?:es|e|er) (?:dokument|seite|repository|charta|satzung|webseite|text)|este (?:documento|repositorio|repositório|sitio|site)|esta (?:página|carta)|questo (?:documento|sito|repository)|questa (?:pagina|carta)|dit (?:document|is)|deze (?:pagina|website)|det här dokumentet|den här sidan|denne siden|dette dokument|このドキュメント|このページ|このリポジトリ|本文档|本文件|本仓库|이 문서)`,
);
const isThePage = lazyTest(
  `^(?:this|these|here) (?:is|are) (?:a |an |the |my |our )?(?:[${LETTERS}]+ ){0,3}(?:website|page|repository|repo|site|home|documentation|docs|charter|list|collection|readme|notes|minutes|place where)(?![${LETTERS}])`,
);
const isAboutFiles = lazyTest(
  `^(?:the )?(?:source|documentation|docs|minutes|repository|repo|website|files?)\\b.{0,60}\\b(?:is|are|can be|lives?)\\b`,
);

/** Licence terms. */
const isLicence = lazyTest(
  `\\b(?:licen[cs]ed (?:under|to)|under (?:the|a) [\\w .-]{1,40}licen[cs]e|all rights reserved|creative commons|spdx-license|is a trademark|cc[ -]by)\\b|^(?:copyright|©|\\(c\\) )`,
);

/** A site or a repository with a deed: “This website helps sailors find bread.” */
const isOfAService = lazyTest(
  `^this (?:website|web site|site|platform|app|repository|repo|wiki|library|project) (?:helps|lets|enables|connects|teaches|supports|serves|brings|gives|lends) (?!you|contributors|maintainers|users|developers|us(?![${LETTERS}])|the (?:team|project|maintainers|contributors)|to )`,
);

/** A note or a request to the reader. */
const isAside = lazyTest(
  `^(?:note|nb|n\\.b\\.|p\\.s\\.|warning|caution|attention|disclaimer|important|tip|hint|info|todo|fixme|update|edit|news|hinweis|achtung|anmerkung|nota|aviso|remarque|avertissement|attenzione|opmerking|let op|obs)\\s*(?:[:!*.–—-]|$)|^(?:please|note that|nb|click|for (?:more|further|details|questions|instructions)|to (?:learn more|find out more)|feel free|follow us|find us|subscribe|you can|have a look|back to|return to|go to|jump to|(?:read|readme|also|available) (?:this )?(?:in|auf|en)|table of contents|contents|inhalt|sommaire|índice|indice|←|→|<<|↑|⬆|»|«)(?![${LETTERS}])`,
);
/** The same, unless it states a purpose: “If you need bread, ask us”, but “If you sail, we bake for you.” */
const isRequest = lazyTest(
  `^(?:if you|looking for|interested in|translations?|languages?|join us(?! to (?!learn|find|get|meet|chat|discuss|talk|stay|receive|hear|help us|help with)))(?![${LETTERS}])`,
);
/** The same, if it leads to a document: “Read the charter”, but “Read to children.” */
const POINTERS = new Set(['see', 'read', 'visit', 'check', 'contact', 'download']);
/** How to use software: “To run the tests, type …”, but “To run a food bank.” */
const isHowTo = lazyTest(
  `^to (?:install|run)(?:[,:]|(?![${LETTERS}]).*(?:[:：]$|, (?:use|type|run|execute|see|visit|please|you|simply|just|open|click|enter|do|call|follow|make|first|read|go|contact|check|clone|download|start|install|npm|npx|yarn|pip|docker)(?![${LETTERS}]))| (?:it|this|these|the (?:tests?|app|application|code|examples?|project|program|script|server|site|tool|software)|tests|locally)(?![${LETTERS}]))`,
);

/** Advice to those who write a document: “It is always helpful to include …”. */
const isAdvice = lazyTest(
  `^(?:it(?: is|['’]s) (?:always |also |often |usually |very )?(?:helpful|useful|important|recommended|advisable|best|good (?:practice|form)|a good idea)|(?:describe|explain|state|outline|include|list|define|summari[sz]e) (?:your|why|what|how|the (?:[${LETTERS}]+ ){0,2}?(?:project|purpose|mission|vision|goals?|aims?|group|team|problem|context|scope|reasons?|background|audience|roles?|steps?|members?))|use this (?:section|space|template))(?![${LETTERS}])`,
);

/** A pointer to more text elsewhere. */
const isElsewhere = lazyTest(
  `\\b(?:can be found|may be found|is (?:described|documented|available|published|listed|set out|maintained) (?:in|at|on|here|by|under))\\b`,
);

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
const listsDocuments = lazyTest(
  `\\b(?:following|these|useful|important|related|relevant|other|more|further|see)(?: [${LETTERS}]+){0,2} (?:documents?|pages?|links?|resources?|files?|policies|guides?|sections?|sites?)\\b`,
);

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
