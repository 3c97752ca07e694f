import { LETTERS, lazyTest, WORD_LETTERS } from '../../text/letters';

/** How certainly a sentence states the purpose of a group: 0 not at all, 4 explicitly. */
export type ShapeRank = 0 | 1 | 2 | 3 | 4;

const anyOf = (...patterns: readonly string[]) =>
  lazyTest(`(?<![${WORD_LETTERS}])(?:${patterns.join('|')})(?![${WORD_LETTERS}])`);

/** The purpose of a document, a rule or a meeting. */
const NOT_OURS =
  '(?!of (?:this|these|the) (?:document|page|charter|policy|guide|section|repo|repository|file|rfc|website|site|bylaws|code|list|meeting|present|agreement))';

/** “The power of a good mission is …”: missions in general. */
const NOT_ANY = '(?<!(?:^| )(?:an?|any|every|good|great|strong|clear|shared) )';

/**
 * Continuations of “the mission is” that do not state it: “… is simple”, “… is described below”, “… is still achieved”.
 */
const NO_PURPOSE = `(?! (?:simple|clear|set|available|below|important|our|in|what|why|not|still|also|as|on|at|more|[${LETTERS}]+(?:ed|ly|ten|wn|ught))(?![${LETTERS}]))`;
/** A name between the noun and its verb: “the mission of the club is”, “of the club (“Club”, or “we”) is”. */
const NAME_BETWEEN = '(?: [^\\s.,;:!?]+(?:,(?= (?:inc|llc|ltd|e\\.v)))?\\.?){0,14}?(?: \\([^()]{1,160}\\))?';

/** Explicitly calls the following text the purpose. */
const callsIt = anyOf(
  `${NOT_ANY}(?:mission|purpose|reason for being|raison d.être|mandate)(?: statement)? ${NOT_OURS}(?:of|for|at|in)${NAME_BETWEEN} (?:is|are|shall be|will be)${NO_PURPOSE}`,
  `${NOT_ANY}(?:mission|purpose|reason for being|raison d.être|mandate)s?(?: here| today)? (?:is|are|shall be|will be)${NO_PURPOSE}`,
  'following (?:aims?|purposes?|goals?|objectives?|missions?)',
  '(?:zweck|mission|auftrag|vereinszweck)(?: [^\\s,;]+){0,5} (?:ist|sind)',
  '(?:mission|vocation|raison d.être)(?: [^\\s,;]+){0,6} (?:est|sont) (?:de|d.)',
  '(?:misión|propósito|missió)(?: [^\\s,;]+){0,6} (?:es|són?)',
  '(?:missão|propósito)(?: [^\\s,;]+){0,6} é',
  '(?:missione|scopo(?! di lucro)|fine istituzionale)(?: [^\\s,;]+){0,6} è',
  'è (?:fine|scopo) (?:istituzionale )?(?:dell|della|del|di)',
  '(?:missie|bestaansrecht)(?: [^\\s,;]+){0,5} is',
  '(?:uppdrag|ändamål|syfte|formål|oppdrag)(?: [^\\s,;]+){0,5} (?:är|er)',
  '(?:misją|celem)(?: [^\\s,;]+){0,5} jest',
  '(?:posláním|cílem|účelem|poslaním|cieľom)(?: [^\\s,;]+){0,5} (?:je|jsou|sú)',
  '(?:poslanstvo|misija|svrha|cilj)(?: [^\\s,;]+){0,5} je',
  '(?:миссия|цель|задача|мета|місія)(?: [^\\s,;—–-]+){0,4} ?[—–-]',
  '(?:misiunea|scopul)(?: [^\\s,;]+){0,4} (?:este|e)',
  'küldetésünk',
  'misyonumuz',
);

/** Says that the group exists, or was founded, for the following. */
const saysSo = anyOf(
  'exists? (?:to|so that|in order to|for the (?:purpose|benefit))',
  `(?:founded|created|established|formed|organi[sz]ed|set up|launched|started|chartered) (?:with the (?:purpose|goal|aim|mission|objective)|to|in order to|so that) (?!(?:be|the|a|an)(?![${LETTERS}]))`,
  'on a mission to',
  'whose (?:purpose|mission|aim|goal) is',
  'with (?:the|a) (?:mission|purpose) (?:of|to)',
  // German
  '(?:es sich|sich es|sich) zur aufgabe gemacht',
  '(?:dem|das) ziel verpflichtet',
  // French
  '(?:a|ont|avons) pour (?:mission|but|objet|objectif|vocation|ambition)',
  // Spanish, Catalan
  '(?:tiene|tenemos|tienen) (?:como|por) (?:misión|propósito|objetivo|objeto|finalidad|fin)',
  // Portuguese
  '(?:tem|temos|têm) (?:como|por) (?:missão|propósito|objetivo|finalidade)',
  'com o propósito de',
  // Italian
  '(?:ha|hanno|abbiamo) (?:lo scopo|come scopo|per scopo|la finalità|come (?:obiettivo|missione)|la missione)',
  'si propone (?:di|lo scopo)',
  'nasce (?:dalla volontà|con lo scopo|con l.obiettivo|per)',
  // Dutch
  '(?:heeft als|stelt zich (?:als|ten)|met als) doel',
  // Nordic
  '(?:har|med) (?:till|som|til) (?:syfte|ändamål|formål|mål|uppgift|oppgave|opgave)',
  'tarkoituksena on',
  'tehtävänä on',
  // Slavic, Hungarian, Romanian, Turkish
  'ma na celu',
);

/** A goal or a task: mostly the purpose, or close to it. */
const aims = anyOf(
  `(?:goal|aim|objective|ambition|aspiration|vision|task|job|role|intent|intention|motivation|dream|function)s?(?:[${LETTERS}’'"“”()@/.&\\d -](?! (?:is|are|was) )){0,60}[${LETTERS})"”]? (?:is|are|was) (?:to|for|that|making|helping)`,
  'aims? (?:to|at)',
  'seeks? to',
  'strives? to',
  '(?:works?|working) (?:to|towards?)',
  '(?<!you )wants? to',
  '(?:dedicated|devoted|committed) to',
  '(?:is|are) responsible for',
  'with the (?:goal|aim|objective|intent) (?:of|to)',
  'come together to',
  '(?:effort|initiative|project|movement|campaign) to',
  'advocates? for',
  'we are building',
  "we're building",
  '(?:unser|das) ziel(?: \\S+){0,5} ist',
  '(?:hat|haben) (?:das|zum) ziel',
  'setz(?:t|en) (?:sich|uns) (?:\\S+ ){0,4}(?:für|ein)',
  'wir wollen',
  'vise(?:nt)? à',
  '(?:objectif|but)(?: \\S+){0,5} est (?:de|d.)',
  'permet(?:tre)? (?:de|à)',
  'vien[ts] en aide',
  '(?:nuestro|el) objetivo(?: \\S+){0,5} es',
  'busca(?:mos)?',
  '(?:nosso|o) (?:objetivo|foco)(?: \\S+){0,5} é',
  'visa(?:mos)?',
  '(?:il nostro|l.) ?obiettivo(?: \\S+){0,5} è',
  'mira a',
);

/** Says that the group does something: true of most statements, but also of other text. */
const DOES = [
  `^(?:we|i)(?:['’]re)? (?!(?:are (?:not|in|on|a \\w+ that was|currently|looking|happy|excited|pleased|grateful|\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|all)|were|was|began|started|came|grew|met|used to|have|had|need|do not|don['’]t|may|will use|use|recommend|expect|ask|accept|welcome|encourage|believe|know|think|hope|also|currently|follow|meet|invite)\\b)[${LETTERS}]`,
  `^to (?!(?:be|see|learn more|get started|find|contribute|install|run|join|do|use|read|start|become)\\b)[${LETTERS}]+ [${LETTERS}]`,
  '\\b(?:so that|afin (?:de|que)|para que|a fim de|affinché|zodat|damit)\\b',
  `\\b(?:is|are) (?:an? |the )?(?:[${LETTERS}-]+[ ,]+){0,8}(?:community|group|organi[sz]ation|network|project|initiative|effort|club|team|association|non-?profit|charity|collective|movement|platform|space|committee|governing body|coalition|foundation|cooperative|co-op|alliance|society|company|school|library|framework|tool)\\b`,
  `^(?:empower|provide|help|support|promote|build|create|connect|make|enable|bring|give|protect|foster|advance|improve|inspire|teach|educate|empowering|providing|helping|supporting|promoting|building|connecting|bringing)(?:e?s)? [${LETTERS}]`,
  `^(?:wir|nous|on|somos|nós|noi|wij|vi|my) [${LETTERS}]`,
  '\\b(?:est|es|é|è) (?:une?|una?|uma?|um)\\b',
].map(lazyTest);

/** Scripts without spaces: patterns on the words themselves. */
const UNSPACED =
  /(?:使命|宗旨|目的|ミッション|목적|사명)(?:は|是|为|為|在于|在於|은|는)|(?:を目的と|ことを目指|旨在|致力于|致力於)/u;

const empowers = lazyTest(
  `\\b(?:empowers|advances|promotes|helps|supports|provides|enables|connects|brings|teaches|fosters|protects|advocates|serves|oversees|gives|builds|makes|works with|equips|champions|tells|lends|mends|repairs|offers|feeds|trains|funds|runs|grows|publishes|hosts|organi[sz]es|maintains|develops|delivers|restores|coordinates|cares for) [${LETTERS}]`,
);

/** The shape of one sentence. */
export function shapeOf(sentence: string): ShapeRank {
  const written = sentence.length > 600 ? sentence.slice(0, 600) : sentence;
  const text = written.toLowerCase();
  if (callsIt(text) || UNSPACED.test(text)) return 4;
  if (saysSo(text)) return 3;
  if (aims(text)) return 2;
  return DOES.some((does) => does(text)) || empowers(text.charAt(0) + written.slice(1)) ? 1 : 0;
}
