import { type PurposeDocument, rangeIn } from '../statement/document';
import type { Part } from '../statement/markdown';
import type { BlockFinding } from './block-lint';
import type { Finding, Related } from './finding';
import { type Facts, factsNear } from './vagueness/facts';

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

/**
 * The places that shed light on a finding of a block: what is written out elsewhere of the same noun, the section that
 * says what the statement leaves out.
 *
 * @param block the index of the finding's block in the document
 */
export function relatedTo(
  finding: BlockFinding,
  block: number,
  document: PurposeDocument,
  facts: Facts,
): readonly Related[] {
  if (BY_NOUN.has(finding.rule)) return writtenOut(finding, block, document, facts);
  const headings = SECTIONS[finding.rule];
  return headings ? inSections(headings, document) : [];
}

function writtenOut(
  finding: BlockFinding,
  block: number,
  { blocks }: PurposeDocument,
  facts: Facts,
): readonly Related[] {
  return factsNear(finding, block, facts).flatMap((placed) => {
    const at = blocks[placed.block];
    if (!at) return [];
    const said = quoted(at.block.text.slice(placed.fact.start, placed.fact.end));
    return [{ message: `Written out here: ${said}`, ...rangeIn(at, placed.fact) }];
  });
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

/** Findings that shed light on each other or on themselves: the other places of a blank, the first of two words. */
export function withRelated(findings: readonly Finding[]): readonly Finding[] {
  const blanks = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.rule !== 'unfilled-placeholder' || !finding.text.startsWith('{{')) continue;
    const alike = blanks.get(finding.text);
    if (alike) alike.push(finding);
    else blanks.set(finding.text, [finding]);
  }
  return findings.map((finding) => {
    const related =
      finding.rule === 'repeated-words'
        ? firstOfTwo(finding)
        : otherBlanks(finding, blanks.get(finding.text));
    return related.length > 0 ? { ...finding, related } : finding;
  });
}

function otherBlanks(finding: Finding, alike: readonly Finding[] = []): readonly Related[] {
  if (finding.rule !== 'unfilled-placeholder') return [];
  return alike
    .filter((other) => other !== finding)
    .slice(0, MOST_BLANKS)
    .map(({ start, end }) => ({ message: 'The same blank is open here, too.', start, end }));
}

function firstOfTwo({ text, start }: Finding): readonly Related[] {
  const word = /^\S+/.exec(text)?.[0];
  if (word === undefined || word === text) return [];
  return [
    {
      message: `${quoted(word)} stands here first.`,
      start,
      end: { line: start.line, column: start.column + word.length, offset: start.offset + word.length },
    },
  ];
}
