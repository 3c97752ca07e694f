import type { PlacedBlock, PurposeDocument } from '../statement/document';
import { wordCount } from '../statement/find/exclusions';
import { headingName } from '../statement/find/heading-name';
import { shapeOf } from '../statement/find/shape';
import type { Span } from '../statement/position';
import { isText, type MarkdownPart } from '../statement/text-part';
import { lazyTest } from '../text/letters';
import type { BlockFinding } from './finding-content';

/**
 * How much of the file the wording rules cover: the statement, or the whole file. With `statement`, they report in the
 * prose around it only what is sure.
 */
export const SCOPES = ['statement', 'file'] as const;
export type WordingScope = (typeof SCOPES)[number];

/** Which findings of a block are shown. */
export interface BlockScope {
  /** Equal for the same selection of the same findings. */
  readonly key: string;
  readonly admits: (finding: BlockFinding) => boolean;
}

/** Shows every finding. */
export const EVERYTHING: BlockScope = { key: '', admits: () => true };

/**
 * Minimum confidence of the wording model outside the statement, because it was trained on statements. There, it marks
 * only sentences that say what the group does or aims at: background and advice tell of others. Chosen by reading the
 * findings in 64,000 words of real charters, so that fewer than one in twelve is clearly wrong.
 */
const SURE = 0.9;

/** In words: a shorter file contains little but its purpose, and is checked as a whole. */
const SHORT = 120;

/** In a co-create file, the candidates are checked like the statement; what people said first is theirs. */
const CANDIDATES = /^(?:(?:our|the|all)\s+)?candidates?\b/i;
const VOICES = /^(?:(?:our|the|all)\s+)?voices?\b/i;

/** Other groups' wording, which the writer cannot change. */
const EXAMPLES = /^(?:(?:some|good|other|more)\s+)?(?:examples?|inspirations?|quotes?|quotations?)\b/i;
/** The name or the address of its author at the end of a quotation: “…” — Ada Lovelace. */
const endsWithAuthor = lazyTest(`[.!?…”"’')\\]]\\s*(?:~|—|–|―|--)\\s*(?:\\p{Lu}|https?:).{1,300}$`);

/** `none` has no findings on wording, `silent` none at all. */
type Zone = 'full' | 'sure' | 'none' | 'silent';

interface Section {
  readonly depth: number;
  readonly zone: Zone;
}

/** The selection for each block of a document, in order. */
export function scopesOf({ blocks, statementPlace }: PurposeDocument): readonly BlockScope[] {
  const around: Zone = isShort(blocks) ? 'full' : 'sure';
  let sections: Section[] = [];
  return blocks.map((placed) => {
    const zones: (Span & { readonly zone: Zone })[] = [];
    const before = sections.at(-1)?.zone ?? around;
    for (const part of placed.block.parts) {
      if (part.kind === 'heading') {
        sections = [...sections.filter(({ depth }) => depth < part.depth)];
        sections.push({ depth: part.depth, zone: zoneBelow(part.text, sections.at(-1)?.zone ?? around) });
      }
      zones.push({ ...part.span, zone: zoneOf(part, sections.at(-1)?.zone ?? around) });
    }
    const statement = statementPlace?.placed === placed ? statementPlace.part.span : undefined;
    return new ZonedScope(placed.text, zones, { around, before }, statement);
  });
}

function isShort(blocks: readonly PlacedBlock[]): boolean {
  let words = 0;
  for (const { block } of blocks) {
    for (const part of block.parts) words += isText(part) ? wordCount(part.plain) : 0;
    if (words > SHORT) return false;
  }
  return true;
}

function zoneBelow(heading: string, above: Zone): Zone {
  if (CANDIDATES.test(heading)) return 'full';
  if (above === 'silent' || VOICES.test(heading)) return 'silent';
  if (EXAMPLES.test(heading)) return 'none';
  return headingName(heading)?.topic === 'other' ? 'none' : above;
}

function zoneOf(part: MarkdownPart, below: Zone): Zone {
  const { kind } = part;
  if (below === 'silent' || isAttributed(part)) return 'silent';
  // A heading names a topic without describing it.
  if (kind === 'heading') return 'none';
  // Lists in a longer file are mostly procedures.
  return below === 'sure' && (kind === 'list' || kind === 'cell') ? 'none' : below;
}

/** Whether a text is a quotation with its author. */
function isAttributed(part: MarkdownPart): boolean {
  if (!isText(part)) return false;
  return (part.kind === 'quote' || /^["“„«'‘]/.test(part.plain)) && endsWithAuthor(part.plain);
}

class ZonedScope implements BlockScope {
  readonly key: string;

  constructor(
    readonly text: string,
    readonly zones: readonly (Span & { readonly zone: Zone })[],
    readonly outside: { readonly around: Zone; readonly before: Zone },
    readonly statement: Span | undefined,
  ) {
    this.key = `${outside.around}:${outside.before}:${statement ? `${statement.start}-${statement.end}` : ''}`;
  }

  admits(finding: BlockFinding): boolean {
    const { confidence } = finding.content;
    const { start, end } = finding;
    if (this.statement && start >= this.statement.start && end <= this.statement.end) return true;
    const zone = this.zones.findLast((one) => one.start <= start)?.zone ?? this.outside.before;
    if (zone === 'silent') return false;
    if (confidence === undefined) return true;
    // The statement has to say which need; the text around it may rely on that.
    if (IN_NEED.test(this.text.slice(start, end))) return false;
    if (INVITATION.test(sentenceAround(this.text, finding))) return false;
    if (zone === 'full') return true;
    if (zone === 'none' || confidence < SURE) return false;
    const sentence = sentenceAround(this.text, finding);
    return !PROCEDURE.test(sentence) && shapeOf(sentence) >= 1;
  }
}

/** A request to the reader tells nothing of the purpose: "Please see the list if you would like to add to our resources." */
const INVITATION = /^(?:please|see|to learn more|for more|if you(?:'d|’d| would| want| have| are)?)\b/i;

const IN_NEED = /\bin need$/i;

/** Words of sentences that state a rule of procedure. */
const PROCEDURE =
  /\b(?:shall|must|may|should|vot(?:e|es|ing)|meetings?|quorum|majority|elect(?:ed|ions?)|appoint(?:s|ed)?|resign\w*|agenda|minutes|amend\w*|bylaws?|charter|quarterly|monthly|weekly|chairs?|chairperson|treasurer|seats?|consensus|decisions?)\b/i;

const ENDS = /[.!?][)"’”*_]*\s|\n\s*\n|\n\s*(?:[-*+>|#]|\d+[.)])\s/g;

function sentenceAround(text: string, { start, end }: Span): string {
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(ENDS)) {
    if (index + mark.length <= start) from = index + mark.length;
    else if (index >= end) return text.slice(from, index + 1).trim();
  }
  return text.slice(from).trim();
}
