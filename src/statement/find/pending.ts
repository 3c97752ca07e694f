import { LETTERS, lazyTest, WORD_LETTERS } from '../../text/letters';

/** A text in place of a purpose that is still to be written, or is elsewhere. Patterns are for lower-case text. */

/** The whole text says that there is nothing yet. */
const saysNothingYet = lazyTest(
  `^[^${WORD_LETTERS}]*(?:${[
    'tb[acdw]',
    'n/?a',
    'xxx+',
    'wip',
    'todo',
    'fixme',
    'pending',
    'placeholder(?: text)?',
    'lorem ipsum.*',
    '(?:none|nothing(?: here)?|not (?:written|defined|decided))(?: so far|,? yet)',
    'coming (?:soon|shortly|later)(?: here)?',
    'more (?:to come|(?:details |info |information )?(?:coming )?soon)',
    'watch this space|stay tuned',
    '(?:still |currently )?(?:under (?:construction|development|discussion|review|revision)|(?:a )?work in progress|in (?:progress|the works))',
    `to be (?:[${LETTERS}]+ed|written|done|drawn up|filled in|announced)(?: (?:soon|later|shortly|here|by the [${LETTERS} ]{1,30}))?`,
    // German
    `(?:text |inhalt )?folgt(?: noch| bald| demnächst| in kürze)*|(?:noch |derzeit )?(?:in (?:arbeit|bearbeitung|vorbereitung|entstehung)|im aufbau|im entstehen|offen)|noch zu [${LETTERS}]+|wird (?:noch |bald )?(?:ergänzt|nachgereicht|nachgetragen)`,
    // French
    'à (?:venir|compléter|définir|rédiger|remplir|suivre|déterminer)|en (?:construction|préparation|cours(?: de (?:rédaction|définition|construction))?)|bientôt(?: disponible)?',
    // Spanish, Portuguese, Italian
    'por (?:definir|completar|determinar|escribir|hacer|escrever)|próximamente|pendiente|en (?:construcción|preparación|elaboración)|a (?:definir|completar|ser definid[ao])|em (?:breve|construção|elaboração|andamento)|da (?:definire|completare|scrivere|fare)|in (?:arrivo|costruzione|lavorazione|preparazione)|prossimamente',
    // Dutch, Nordic
    '(?:volgt|komt)(?: nog| binnenkort)*|nog (?:in te vullen|te (?:bepalen|schrijven))|in (?:aanbouw|bewerking|ontwikkeling)|kommer (?:snart|senare|senere)|under (?:arbete|arbeid|udarbejdelse|uppbyggnad|utarbeidelse)',
  ].join('|')})[^${WORD_LETTERS}]*$`,
);

const TEXT =
  '(?:mission|vision|purpose|charter|governance|constitution|bylaw|statement|page|document|section|content|text|description|detail|info|information|readme|file|wiki|website|documentation)s?';
/** “The governance is currently under pull request.”, “The charter has moved to …”, “Our mission will be added here.” */
const isStillToCome = lazyTest(
  `^(?:[${WORD_LETTERS}.'’&-]+ ){0,6}?${TEXT}(?: (?:text|document|page|statement))? (?:is|are|was|were|has|have|will)(?: (?:be|been|now|still|currently|yet|not))* (?:${[
    'under (?:a |an |active |open )*(?:pull request|construction|consideration|consultation|development|discussion|review|revision)',
    '(?:in|a) (?:the )?(?:draft|work in progress|works|progress|preparation)',
    `being (?:[${LETTERS}]+ed|written|rewritten|drawn up)`,
    'coming (?:soon|shortly|later)',
    '(?:moved|relocated|superseded|archived|deprecated|withdrawn)',
    '(?:replaced|merged) (?:by|with|into)',
    `(?:added|written|published|posted|provided|defined|decided|announced|available|ready|here)(?: here| soon| later| shortly| at| once| when| by the|[^${LETTERS}]*$)`,
    `(?:on|at) (?:our|the|its) (?:[${LETTERS}]+ )?(?:website|site|wiki|home ?page)`,
  ].join(
    '|',
  )})(?=[^${WORD_LETTERS}]*$|[.,;:!(]| (?:again|and|as|at|by|for|from|here|in|now|on|since|soon|this|to|until|with)(?![${LETTERS}]))`,
);

/** “We are still working on our mission statement.” */
const isBeingWritten = lazyTest(
  `^(?:we|i)(?: are| am|['’]re|['’]m)(?: still| currently| now)* (?:working on|writing|drafting|developing|defining|discussing|revising|rewriting) (?:our|the|a|this)(?: new)? (?:mission|vision|purpose|charter|statement|page|document)(?: statement)?(?=[^${WORD_LETTERS}]*$|[.,;!]| (?:and|at|in|on|here|together|with|now|right|as)\\b)`,
);

/** “Add a short description of the project.”, “[Insert mission statement here]” */
const isInstruction = lazyTest(
  `^[[(<{]*(?:please )?(?:insert|add|write|put|enter|type|fill in)\\b(?=.{0,80}(?:\\b(?:here|below)|\\b(?:a|an|your|the|our)(?: [${LETTERS}-]+)? (?:mission|vision|purpose|description|summary|statement|sentence))\\b).{0,100}$`,
);

/** Longer texts have something of their own to say. */
const MAX_WORDS = 25;

/**
 * Whether a text only says that a purpose is still to be written, or is somewhere else: it is not a statement.
 * @param words the number of words of `plain`
 */
export function isPending(plain: string, words: number): boolean {
  if (words > MAX_WORDS) return plain.length < 2000 && /^\W*lorem ipsum/iu.test(plain);
  const lower = plain.toLowerCase();
  return saysNothingYet(lower) || isStillToCome(lower) || isBeingWritten(lower) || isInstruction(lower);
}
