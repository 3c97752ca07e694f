import { type PlacedBlock, rangeIn } from '../statement/block-record';
import type { PurposeDocument } from '../statement/document';
import { isText } from '../statement/text-part';
import { hasOpenBlank } from '../text/open-blanks';
import { shortened } from '../text/shortened';
import type { BlockFindings } from './block-findings';
import type { Related } from './finding';
import type { BlockFinding } from './finding-content';
import { ruleOf } from './rules';
import { type Fact, type Facts, factsNear } from './vagueness/facts';

/** Maximum number of related places of one blank. */
const MAX_BLANKS = 5;
/** Maximum length of a quotation from a related place, in characters. */
const QUOTED = 60;

const NONE: readonly Related[] = [];
/** Memoised messages of facts, because many findings request them on every keystroke. */
const messages = new WeakMap<Fact, string>();

/**
 * Related places of a document's findings: what the file states elsewhere about the same noun, the section with a part
 * that the statement lacks, the other occurrences of a blank, the first of two doubled words.
 */
export class Relations {
  #blanks: ReadonlyMap<string, readonly PlacedFinding[]> | undefined;

  /** @param inBlocks the findings of the document; used only for blanks */
  constructor(
    readonly document: PurposeDocument,
    readonly facts: Facts,
    readonly factsOfBlock: (block: number) => readonly Fact[],
    readonly inBlocks: () => readonly BlockFindings[],
  ) {}

  /** @param block the index of the finding's block in the document */
  of(finding: BlockFinding, block: number): readonly Related[] {
    const { related } = ruleOf(finding.content.rule).traits;
    switch (related) {
      case undefined:
        return NONE;
      case 'same-noun':
        return this.#writtenOut(finding, block);
      case 'same-blank':
        return this.#otherBlanks(finding, block);
      case 'first-of-two':
        return firstOfTwo(finding, this.document.blocks[block]);
      default:
        return inSections(related.underHeading, this.document);
    }
  }

  #writtenOut(finding: BlockFinding, block: number): readonly Related[] {
    const near = factsNear(finding, block, this.facts);
    if (near.length === 0) return NONE;
    return near.flatMap((placed) => {
      const at = this.document.blocks[placed.block];
      const fact = this.factsOfBlock(placed.block)[placed.index];
      if (!at || !fact) return [];
      const message =
        messages.get(fact) ?? `Written out here: ${quoted(at.text.slice(fact.start, fact.end))}`;
      messages.set(fact, message);
      return [{ message, ...rangeIn(at, fact) }];
    });
  }

  #otherBlanks(finding: BlockFinding, block: number): readonly Related[] {
    this.#blanks ??= blanksIn(this.inBlocks());
    const here = this.document.blocks[block];
    return (this.#blanks.get(finding.content.text) ?? [])
      .filter((other) => other.finding !== finding || other.placed !== here)
      .slice(0, MAX_BLANKS)
      .map((other) => ({
        message: 'The same blank is open here, too.',
        ...rangeIn(other.placed, other.finding),
      }));
  }
}

interface PlacedFinding {
  readonly placed: PlacedBlock;
  readonly finding: BlockFinding;
}

/** The open blanks of a template, by their text. */
function blanksIn(blocks: readonly BlockFindings[]): ReadonlyMap<string, readonly PlacedFinding[]> {
  const blanks = new Map<string, PlacedFinding[]>();
  for (const { placed, found } of blocks) {
    for (const finding of found) {
      const { rule, text } = finding.content;
      if (ruleOf(rule).traits.related !== 'same-blank' || !text.startsWith('{{')) continue;
      const alike = blanks.get(text);
      if (alike) alike.push({ placed, finding });
      else blanks.set(text, [{ placed, finding }]);
    }
  }
  return blanks;
}

/** The first paragraph of the first section with a matching heading, skipping the statement itself and open blanks. */
function inSections(headings: RegExp, document: PurposeDocument): readonly Related[] {
  const statement = document.statementPlace;
  let heading: string | undefined;
  for (const placed of document.blocks) {
    for (const part of placed.block.parts) {
      if (part.kind === 'heading') heading = headings.test(part.text) ? part.text : undefined;
      else if (
        isText(part) &&
        heading !== undefined &&
        placed !== statement?.placed &&
        !hasOpenBlank(part.plain)
      ) {
        const message = `Under ${quoted(heading)} it is said: could the statement say it, too?`;
        return [{ message, ...rangeIn(placed, (part.items?.[0]?.head ?? part).span) }];
      }
    }
  }
  return [];
}

function quoted(text: string): string {
  const plain = text.replace(/[\s>]+/g, ' ').trim();
  return `“${shortened(plain, QUOTED)}”`;
}

function firstOfTwo(
  { content: { text }, start }: BlockFinding,
  placed: PlacedBlock | undefined,
): readonly Related[] {
  const word = /^\S+/.exec(text)?.[0];
  if (!placed || word === undefined || word === text) return NONE;
  return [
    {
      message: `${quoted(word)} is here first.`,
      ...rangeIn(placed, { start, end: start + word.length }),
    },
  ];
}
