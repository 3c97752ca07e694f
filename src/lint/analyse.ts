import type { Root as ProseRoot } from 'nlcst';
import { rememberLast } from '../english/remember-last';
import { type Anatomy, findAnatomy } from '../statement/anatomy';
import type { PlacedBlock, PurposeDocument, StatementPlace } from '../statement/document';
import { type Figures, figuresOf } from '../statement/figures';
import type { Span } from '../statement/position';
import { toTrees } from '../statement/prose-trees';
import type { Checks, ReadyCheck } from './checks';
import type { Draft, Finding, PlacedDraft } from './finding';
import type { Scope } from './rule';
import { ruleUrl } from './rule-url';
import { byRank } from './rules';
import type { BlockScope } from './scope';
import { type Fact, type Facts, factsOf, isClearedBy } from './vagueness/facts';

/** A finding without a place in a file: offsets count from the block's start. */
export interface BlockFinding extends Span {
  /** All of the finding that is the same wherever the block is. */
  readonly content: Omit<Finding, 'start' | 'end' | 'related'>;
  /** Facts elsewhere in the document that would clear it. */
  readonly clearedBy?: readonly string[];
}

/** All that is known of a block by itself. */
export class BlockAnalysis {
  #left:
    | { readonly facts: Facts; readonly scope: string; readonly findings: readonly BlockFinding[] }
    | undefined;

  constructor(
    /** In the order of their places. */
    readonly findings: readonly BlockFinding[],
    /** What the block makes concrete for the rest of the document. */
    readonly facts: readonly Fact[],
    /** A rule that broke here, in words; the other rules' findings are whole. */
    readonly failures: readonly string[],
  ) {}

  /**
   * The findings that a document with these facts leaves of those in scope; the same array as last time as long as it
   * leaves the same.
   */
  findingsGiven(facts: Facts, scope: BlockScope): readonly BlockFinding[] {
    const before = this.#left;
    if (before?.facts === facts && before.scope === scope.key) return before.findings;
    const left = filtered(this.findings, (one) => !isClearedBy(one, facts) && scope.admits(one));
    const findings = before && areSame(before.findings, left) ? before.findings : left;
    this.#left = { facts, scope: scope.key, findings };
    return findings;
  }
}

/** What is known of a statement by itself: offsets count from the start of its block. */
export interface StatementAnalysis {
  /** The findings of the statement's block with the statement's own; the same array for the same array. */
  readonly mergeInto: (block: readonly BlockFinding[]) => readonly BlockFinding[];
  readonly failures: readonly string[];
  readonly anatomy: Anatomy;
  readonly figures: Figures;
}

/** A finding of a rule on the whole file. */
export type FileFinding = PlacedDraft & Pick<Finding, 'rule' | 'severity'>;

/** All that is known of a document's parts, each by itself. */
export interface Analyses {
  /** One for each block of the document. */
  readonly blocks: readonly BlockAnalysis[];
  readonly statement: StatementAnalysis | undefined;
  readonly file: readonly FileFinding[];
}

/** Analyses a block, in steps of one retext tree each, so that a caller can yield to others in between. */
export function* analyse({ block, lines }: PlacedBlock, checks: Checks): Generator<void, BlockAnalysis> {
  const facts: Fact[] = [];
  const findings: BlockFinding[] = [];
  const failures: string[] = [];
  run(checks.block, block, block.text, findings, failures);
  for (const { prose } of block.proses) {
    for (const tree of toTrees(prose, lines)) {
      run(checks.prose, tree, block.text, findings, failures);
      facts.push(...factsOf(tree));
      yield;
    }
  }
  return new BlockAnalysis(findings.sort(inOrder), facts, failures);
}

/** Analyses a statement as a whole. */
export function analyseStatement({ placed, part }: StatementPlace, checks: Checks): StatementAnalysis {
  const { block, lines } = placed;
  const trees = part.proses.flatMap((prose) => toTrees(prose, lines));
  const whole = joinedTree(trees);
  const findings: BlockFinding[] = [];
  const failures: string[] = [];
  // An open blank holds the place of something that the writer will say: to ask for it now would be asking twice.
  if (!part.plain.includes('{{')) run(checks.statement, whole, block.text, findings, failures);
  return {
    mergeInto: rememberLast((ofBlock) =>
      findings.length > 0 ? [...ofBlock, ...findings].sort(inOrder) : ofBlock,
    ),
    failures,
    anatomy: findAnatomy(whole),
    figures: figuresOf(trees),
  };
}

/** Some trees as one; a single one as it is, so that what was read out of it is not read again. */
function joinedTree(trees: readonly ProseRoot[]): ProseRoot {
  const [first, ...others] = trees;
  if (first && others.length === 0) return first;
  const whole: ProseRoot = { type: 'RootNode', children: trees.flatMap((tree) => tree.children) };
  const [start, end] = [first?.position?.start, trees.at(-1)?.position?.end];
  if (start && end) whole.position = { start, end };
  return whole;
}

/** Runs the rules on a whole file. */
export function analyseFile(document: PurposeDocument, checks: Checks): readonly FileFinding[] {
  return checks.file.flatMap(({ rule, severity, check }) =>
    [...check(document)].map((draft) => ({ ...draft, rule, severity })),
  );
}

/** Runs checks and gathers what they find; a rule that throws loses its own findings only. */
function run<S extends Exclude<Scope, 'file' | 'care'>>(
  checks: readonly ReadyCheck<S>[],
  input: Parameters<ReadyCheck<S>['check']>[0],
  text: string,
  findings: BlockFinding[],
  failures: string[],
): void {
  for (const { rule, severity, check } of checks) {
    try {
      for (const draft of check(input)) findings.push(toFinding(draft, rule, severity, text));
    } catch (error) {
      failures.push(`The rule ${rule} could not read this block: ${String(error)}`);
    }
  }
}

function toFinding(
  { start, end, message, question, note, suggestions = [], safe, clearedBy, confidence }: Draft,
  rule: Finding['rule'],
  severity: Finding['severity'],
  text: string,
): BlockFinding {
  return {
    content: {
      rule,
      severity,
      message,
      ...(question ? { question } : {}),
      ...(note ? { note } : {}),
      url: ruleUrl(rule),
      suggestions,
      ...(safe ? { safe } : {}),
      ...(confidence === undefined ? {} : { confidence }),
      text: text.slice(start, end),
    },
    ...(clearedBy?.length ? { clearedBy } : {}),
    start,
    end,
  };
}

/** The order of findings in a block. */
function inOrder(a: BlockFinding, b: BlockFinding): number {
  return a.start - b.start || a.end - b.end || byRank(a.content.rule, b.content.rule);
}

function areSame<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** `filter` that returns the input array itself where nothing is dropped, so that callers can compare by identity. */
export function filtered<Item>(items: readonly Item[], test: (item: Item) => boolean): readonly Item[] {
  const passing = items.filter(test);
  return passing.length === items.length ? items : passing;
}
