import { type PlacedBlock, rangeIn } from '../statement/block-record';
import type { PurposeDocument } from '../statement/document';
import type { Part } from '../statement/markdown';
import type { BlockFindings } from './block-findings';
import type { BlockFinding } from './block-lint';
import type { Related } from './finding';
import { type Fact, type Facts, factsNear } from './vagueness/facts';

/** Rules whose question a fact on the same noun goes far to answer. */
const BY_NOUN: ReadonlySet<string> = new Set(['vague-quantity', 'generality']);

/** Headings under which people write down what a statement may leave out. */
const SECTIONS: Readonly<Record<string, RegExp>> = {
  'missing-who':
    /^(?:for )?whom?\b(?! (?:we|i) (?:are|am)\b)(?!.*\b(?:not|don['’]t|isn['’]t)\b)|^(?:(?:our|the|my) )?(?:audience|users|customers|members|clients|beneficiaries|people)\b/i,
  'missing-what':
    /^(?:what|how) (?:we|i|it|they) (?:do|does|offer|offers|make|makes|run|runs|work|works)(?! not\b)\b|^(?:(?:our|the|my) )?(?:work|services|activities|offer)$/i,
  'missing-change':
    /^what (?:changes|will change|is different|gets better|becomes possible)\b|^(?:(?:our|the|my|expected|intended) )?(?:change|outcomes?|impact|difference|effects?|results?)\b/i,
};

/** The most other places of one blank that are worth showing. */
const MOST_BLANKS = 5;
/** How much of what stands elsewhere is quoted, in characters. */
const QUOTED = 60;

const NONE: readonly Related[] = [];
/** What is said of a fact, which many findings may ask for on every keystroke. */
const messages = new WeakMap<Fact, string>();

/**
 * The places that shed light on the findings of a document: what is written out elsewhere of the same noun, the section
 * that says what the statement leaves out, the other places of a blank, the first of two words.
 */
export class Relations {
  #blanks: ReadonlyMap<string, readonly PlacedFinding[]> | undefined;

  /** @param inBlocks what is found in the document; asked for blanks alone */
  constructor(
    readonly document: PurposeDocument,
    readonly facts: Facts,
    readonly factsOfBlock: (block: number) => readonly Fact[],
    readonly inBlocks: () => readonly BlockFindings[],
  ) {}

  /** @param block the index of the finding's block in the document */
  of(finding: BlockFinding, block: number): readonly Related[] {
    const { rule } = finding.said;
    if (BY_NOUN.has(rule)) return this.#writtenOut(finding, block);
    if (rule === 'unfilled-placeholder') return this.#otherBlanks(finding, block);
    if (rule === 'repeated-words') return firstOfTwo(finding, this.document.blocks[block]);
    const headings = SECTIONS[rule];
    return headings ? inSections(headings, this.document) : NONE;
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
    return (this.#blanks.get(finding.said.text) ?? [])
      .filter((other) => other.finding !== finding || other.placed !== here)
      .slice(0, MOST_BLANKS)
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

/** Where the blanks of a template are still open, by what stands in them. */
function blanksIn(blocks: readonly BlockFindings[]): ReadonlyMap<string, readonly PlacedFinding[]> {
  const blanks = new Map<string, PlacedFinding[]>();
  for (const { placed, found } of blocks) {
    for (const finding of found) {
      const { rule, text } = finding.said;
      if (rule !== 'unfilled-placeholder' || !text.startsWith('{{')) continue;
      const alike = blanks.get(text);
      if (alike) alike.push({ placed, finding });
      else blanks.set(text, [{ placed, finding }]);
    }
  }
  return blanks;
}

/** The first paragraph of the first section whose heading fits; the statement itself and open blanks are passed over. */
function inSections(headings: RegExp, document: PurposeDocument): readonly Related[] {
  const statement = document.statementPlace?.part;
  let heading: string | undefined;
  for (const placed of document.blocks) {
    for (const part of placed.block.parts) {
      if (part.kind === 'heading') heading = headings.test(part.text) ? part.text : undefined;
      else if (heading !== undefined && part !== statement && !isOpen(part)) {
        const message = `Under ${quoted(heading)} it is said: could the statement say it, too?`;
        return [{ message, ...rangeIn(placed, part.span) }];
      }
    }
  }
  return [];
}

function isOpen(part: Exclude<Part, { kind: 'heading' }>): boolean {
  return part.plain.includes('{{');
}

function quoted(text: string): string {
  const plain = text.replace(/[\s>]+/g, ' ').trim();
  return `“${plain.length > QUOTED ? `${plain.slice(0, QUOTED).trimEnd()}…` : plain}”`;
}

function firstOfTwo(
  { said: { text }, start }: BlockFinding,
  placed: PlacedBlock | undefined,
): readonly Related[] {
  const word = /^\S+/.exec(text)?.[0];
  if (!placed || word === undefined || word === text) return NONE;
  return [
    {
      message: `${quoted(word)} stands here first.`,
      ...rangeIn(placed, { start, end: start + word.length }),
    },
  ];
}
