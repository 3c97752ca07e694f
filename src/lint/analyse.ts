import type { Root as ProseRoot } from 'nlcst';
import { memoiseLast } from '../english/memoise-last';
import { type Anatomy, findAnatomy } from '../statement/anatomy';
import type { PlacedBlock, PurposeDocument, StatementPlace } from '../statement/document';
import { type Figures, figuresOf } from '../statement/figures';
import { isForeign } from '../statement/language';
import type { Prose } from '../statement/prose';
import { toTrees } from '../statement/prose-trees';
import type { TextPart } from '../statement/text-part';
import type { Checks, ReadyCheck } from './checks';
import type { Draft, Finding, PlacedDraft } from './finding';
import { type BlockFinding, findingContent } from './finding-content';
import type { Scope } from './rule';
import { byRank } from './rules';
import type { BlockScope } from './scope';
import { type Fact, type Facts, factsOf, isClearedBy } from './vagueness/facts';

/** The analysis of a block, independent of the rest of the document. */
export class BlockAnalysis {
  #left:
    | { readonly facts: Facts; readonly scope: string; readonly findings: readonly BlockFinding[] }
    | undefined;

  constructor(
    /** In order of position. */
    readonly findings: readonly BlockFinding[],
    /** Facts in the block that clear findings elsewhere in the document. */
    readonly facts: readonly Fact[],
    /** A message for each rule that threw; the other rules' findings are complete. */
    readonly failures: readonly string[],
  ) {}

  /**
   * The findings that remain with these facts, in scope. Returns the same array as last time if nothing has changed.
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

/** The analysis of a statement, independent of the rest: offsets count from the start of its block. */
export interface StatementAnalysis {
  /** Merges the statement's findings into its block's; the same input array gives the same output array. */
  readonly mergeInto: (block: readonly BlockFinding[]) => readonly BlockFinding[];
  readonly failures: readonly string[];
  readonly anatomy: Anatomy;
  readonly figures: Figures;
}

/** A finding of a rule on the whole file. */
type FileFinding = PlacedDraft & Pick<Finding, 'rule' | 'severity'>;

/** The analyses of a document's parts, each independent of the others. */
export interface Analyses {
  /** One for each block of the document. */
  readonly blocks: readonly BlockAnalysis[];
  readonly statement: StatementAnalysis | undefined;
  readonly file: readonly FileFinding[];
}

/**
 * Analyses a block in steps of one retext tree, so that the caller can yield in between.
 * @param onTrees called with the trees of each prose while what is memoised about them is still there
 */
export function* analyse(
  { block, lines }: PlacedBlock,
  checks: Checks,
  onTrees?: (prose: Prose, trees: readonly ProseRoot[]) => void,
): Generator<void, BlockAnalysis> {
  const facts: Fact[] = [];
  const findings: BlockFinding[] = [];
  const failures: string[] = [];
  run(checks.block, block, block.text, findings, failures);
  for (const { prose } of block.proses) {
    const trees = toTrees(prose, lines);
    const first = findings.length;
    for (const tree of trees) {
      run(checks.prose, tree, block.text, findings, failures);
      facts.push(...factsOf(tree));
      if (tree === trees.at(-1)) onTrees?.(prose, trees);
      yield;
    }
    if (findings.length > first && isForeign(prose.text)) markForeign(findings, first);
  }
  return new BlockAnalysis(findings.sort(inOrder), facts, failures);
}

/** Analyses a statement as a whole. */
export function analyseStatement(
  { placed, part }: StatementPlace,
  checks: Checks,
  trees = treesOf(part, placed),
): StatementAnalysis {
  const { block } = placed;
  const whole = joinedTree(trees);
  const findings: BlockFinding[] = [];
  const failures: string[] = [];
  // An open blank is a part that the writer has yet to fill in; code of a site generator may insert one.
  if (!part.plain.includes('{{')) run(checks.statement, whole, block.text, findings, failures);
  return {
    mergeInto: memoiseLast((ofBlock) =>
      findings.length > 0 ? [...ofBlock, ...findings].sort(inOrder) : ofBlock,
    ),
    failures,
    anatomy: findAnatomy(whole),
    figures: figuresOf(trees),
  };
}

function treesOf({ proses }: TextPart, { lines }: PlacedBlock): readonly ProseRoot[] {
  return proses.flatMap((prose) => toTrees(prose, lines));
}

/** Joins trees; returns a single one unchanged, so that memoised results for it stay valid. */
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

/** Runs checks and collects their findings; a rule that throws loses only its own. */
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

/** Marks the findings from `first` on that are not about the user's own words. */
function markForeign(findings: BlockFinding[], first: number): void {
  for (let at = first; at < findings.length; at++) {
    const finding = findings[at];
    if (finding && !finding.own) findings[at] = { ...finding, foreign: true };
  }
}

function toFinding(
  draft: Draft,
  rule: Finding['rule'],
  severity: Finding['severity'],
  text: string,
): BlockFinding {
  const { start, end, clearedBy, own } = draft;
  const content = findingContent(draft, rule, severity, text.slice(start, end));
  return { content, ...(clearedBy?.length ? { clearedBy } : {}), ...(own && { own }), start, end };
}

/** Compares findings of a block by position. */
function inOrder(a: BlockFinding, b: BlockFinding): number {
  return a.start - b.start || a.end - b.end || byRank(a.content.rule, b.content.rule);
}

function areSame<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** `filter` that returns the input array itself if nothing is dropped, so that callers can compare by identity. */
export function filtered<Item>(items: readonly Item[], test: (item: Item) => boolean): readonly Item[] {
  const passing = items.filter(test);
  return passing.length === items.length ? items : passing;
}
