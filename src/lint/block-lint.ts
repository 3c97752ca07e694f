import type { Root as ProseRoot } from 'nlcst';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Anatomy } from '../statement/anatomy';
import type { Figures } from '../statement/figures';
import type { Block } from '../statement/markdown';
import type { LineMap, Span } from '../statement/position';
import { toTrees } from '../statement/prose-trees';
import type { Finding, Severity } from './finding';
import { type Directive, readDirective } from './suppression';
import { type Fact, type Facts, isClearedBy } from './vagueness/facts';

/** A finding without a place in a file: offsets count from the block's start. */
export interface BlockFinding extends Span {
  /** All of the finding that is the same wherever the block stands. */
  readonly said: Omit<Finding, 'start' | 'end' | 'related'>;
  /** What the rest of the document may say that makes this clear. */
  readonly about?: readonly string[];
}

/** A directive in a block; `end` is missing where it speaks of the next block. */
export interface BlockDirective extends Directive {
  readonly start: number;
  readonly end?: number;
}

/** All that is known of a block by itself. */
export class BlockLint {
  #left: { readonly facts: Facts; readonly findings: readonly BlockFinding[] } | undefined;

  constructor(
    /** In the order in which they stand. */
    readonly findings: readonly BlockFinding[],
    readonly directives: readonly BlockDirective[],
    /** What the block makes concrete for the rest of the document. */
    readonly facts: readonly Fact[],
    /** A rule that broke here, in words; the other rules' findings are whole. */
    readonly failures: readonly string[],
  ) {}

  /** The findings that a document with these facts leaves; the same array as the time before as long as it leaves the same. */
  findingsGiven(facts: Facts): readonly BlockFinding[] {
    const before = this.#left;
    if (before?.facts === facts) return before.findings;
    const left = kept(this.findings, (finding) => !isClearedBy(finding, facts));
    const findings = before && areSame(before.findings, left) ? before.findings : left;
    this.#left = { facts, findings };
    return findings;
  }
}

/** What is known of a statement by itself: offsets count from the start of its block. */
export interface StatementLint {
  /** The findings of the statement's block with the statement's own; the same array for the same array. */
  readonly amongThoseOf: (block: readonly BlockFinding[]) => readonly BlockFinding[];
  readonly failures: readonly string[];
  readonly anatomy: Anatomy;
  readonly figures: Figures;
}

function areSame<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** What passes a test; the very same array where all of it does, so that nobody who has seen it need look again. */
export function kept<Item>(items: readonly Item[], test: (item: Item) => boolean): readonly Item[] {
  const passing = items.filter(test);
  return passing.length === items.length ? items : passing;
}

/** The order in which findings stand. */
export function inOrder(a: BlockFinding, b: BlockFinding): number {
  return a.start - b.start || a.end - b.end || (a.said.rule < b.said.rule ? -1 : 1);
}

/** A rule ready to run. */
export interface ActiveRule<Tree> {
  readonly id: string;
  readonly severity: Severity;
  readonly run: (tree: Tree, file: VFile) => unknown;
}

/** Runs rules over a tree and gathers what they say; a rule that throws loses its own findings only. */
export function runRules<Tree>(
  rules: readonly ActiveRule<Tree>[],
  tree: Tree,
  text: string,
  findings: BlockFinding[],
  failures: string[],
): void {
  // A message is an Error: the stack that comes with each costs more than the rule.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    for (const { id, severity, run } of rules) {
      const file = new VFile(text);
      try {
        run(tree, file);
        for (const message of file.messages) findings.push(toFinding(message, id, severity, text));
      } catch (error) {
        failures.push(`The rule ${id} could not read this block: ${String(error)}`);
      }
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function toFinding(message: VFileMessage, id: string, severity: Severity, text: string): BlockFinding {
  const { place } = message;
  const span = place && 'start' in place ? place : { start: place, end: place };
  const start = span.start?.offset ?? 0;
  const end = Math.max(start, span.end?.offset ?? start);
  return {
    said: {
      rule: id,
      severity,
      message: message.reason,
      ...(message.question ? { question: message.question } : {}),
      ...(message.note ? { note: message.note } : {}),
      url: message.url ?? '',
      suggestions: message.expected ?? [],
      text: text.slice(start, end),
    },
    ...(message.about?.length ? { about: message.about } : {}),
    start,
    end,
  };
}

/** The retext trees of all prose of a block, one after the other, so that a caller can take a breath between. */
export function* treesOf(block: Block, lines: LineMap): Generator<ProseRoot> {
  for (const { prose } of block.proses) yield* toTrees(prose, lines);
}

/** What the comments of a block ask, and what is wrong with them. */
export function directivesOf(block: Block): {
  readonly directives: readonly BlockDirective[];
  readonly problems: readonly (Span & { readonly problem: string })[];
} {
  const directives: BlockDirective[] = [];
  const problems: (Span & { problem: string })[] = [];
  for (const { text, span, targetEnd, inline } of block.comments) {
    const read = readDirective(text);
    if (!read) continue;
    if ('problem' in read) problems.push({ ...span, problem: read.problem });
    else {
      // A comment inside a paragraph or a cell speaks of all of it.
      const start = read.verb === 'ignore' && inline ? inline.start : span.start;
      directives.push({ ...read, start, ...(targetEnd === undefined ? {} : { end: targetEnd }) });
    }
  }
  directives.sort((a, b) => a.start - b.start);
  return { directives, problems };
}
