import type { Root } from 'mdast';
import type { Root as ProseRoot } from 'nlcst';
import { unified } from 'unified';
import { rememberLast } from '../english/remember-last';
import { findAnatomy } from '../statement/anatomy';
import { type PlacedBlock, PurposeDocument, type StatementPlace } from '../statement/document';
import { figuresOf } from '../statement/figures';
import type { Block, Part } from '../statement/markdown';
import type { LineMap } from '../statement/position';
import { toTrees } from '../statement/prose-trees';
import {
  type ActiveRule,
  type BlockFinding,
  BlockLint,
  directivesOf,
  inOrder,
  runRules,
  type StatementLint,
  treesOf,
} from './block-lint';
import { structureRules } from './catalogue';
import { type Config, DEFAULT_CONFIG } from './config';
import type { Severity } from './finding';
import { LintResult } from './lint-result';
import { ruleUrl } from './rule-url';
import { proseRules } from './rules';
import { SUPPRESSION } from './rules/suppression';
import { type Fact, factsOf } from './vagueness/facts';

/**
 * Lints purpose files with one set of settings.
 *
 * Each block is linted by itself and once: what was found is kept as long as the block is, so that of an edited
 * document only the blocks that changed cost anything.
 */
export class Linter {
  readonly #blocks = new WeakMap<Block, BlockLint>();
  readonly #statements = new WeakMap<Part, StatementLint>();
  readonly #prose: readonly ActiveRule<ProseRoot>[];
  readonly #statement: readonly ActiveRule<ProseRoot>[];
  readonly #block: readonly ActiveRule<Root>[];

  constructor(readonly config: Config = DEFAULT_CONFIG) {
    this.#prose = this.#active(proseRules.filter(({ scope }) => scope === 'prose'));
    this.#statement = this.#active(proseRules.filter(({ scope }) => scope === 'statement'));
    this.#block = this.#active(structureRules.filter(({ scope }) => scope === 'block'));
  }

  /** Lints a text or a document, all at once. */
  lint(text: string | PurposeDocument): LintResult {
    const steps = this.steps(text);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  }

  /** Lints in small steps, of a few milliseconds each but for a giant paragraph, for a caller who must not block. */
  *steps(text: string | PurposeDocument): Generator<void, LintResult> {
    const document = typeof text === 'string' ? PurposeDocument.of(text) : text;
    for (const { block, lines } of document.blocks) {
      if (this.#blocks.has(block)) continue;
      yield* this.#lintBlock(block, lines);
      yield;
    }
    return new LintResult(this, document);
  }

  /** What was found in a block of a document that has been linted. */
  blockLint({ block, lines }: PlacedBlock): BlockLint {
    const steps = this.#blocks.has(block) ? undefined : this.#lintBlock(block, lines);
    while (steps && !steps.next().done);
    return this.#blocks.get(block) as BlockLint;
  }

  /** What was found in a statement as a whole. */
  statementLint({ placed, part }: StatementPlace): StatementLint {
    const before = this.#statements.get(part);
    if (before) return before;
    const { block, lines } = placed;
    const trees = part.proses.flatMap((index) => {
      const prose = block.proses[index]?.prose;
      return prose ? toTrees(prose, lines) : [];
    });
    const whole: ProseRoot = { type: 'RootNode', children: trees.flatMap((tree) => tree.children) };
    const [start, end] = [trees[0]?.position?.start, trees.at(-1)?.position?.end];
    if (start && end) whole.position = { start, end };
    const findings: BlockFinding[] = [];
    const failures: string[] = [];
    // An open blank stands for whatever the writer will say: to ask for it now would be asking twice.
    const unfinished = part.plain.includes('{{');
    if (!unfinished) runRules(this.#statement, whole, block.text, findings, failures);
    const lint: StatementLint = {
      amongThoseOf: rememberLast((block) =>
        findings.length > 0 ? [...block, ...findings].sort(inOrder) : block,
      ),
      failures,
      anatomy: findAnatomy(whole),
      figures: figuresOf(trees),
    };
    this.#statements.set(part, lint);
    return lint;
  }

  /** The severity of a rule; `undefined` where it is off. */
  severity(rule: string): Severity | undefined {
    const severity = this.config.rules.get(rule)?.severity;
    return severity === 'off' ? undefined : severity;
  }

  *#lintBlock(block: Block, lines: LineMap): Generator<void, void> {
    const facts: Fact[] = [];
    const findings: BlockFinding[] = [];
    const failures: string[] = block.failure ? [block.failure] : [];
    runRules(this.#block, block.tree, block.text, findings, failures);
    for (const tree of treesOf(block, lines)) {
      runRules(this.#prose, tree, block.text, findings, failures);
      facts.push(...factsOf(tree));
      yield;
    }
    const { directives, problems } = directivesOf(block);
    const severity = this.severity('suppression');
    for (const { start, end, problem } of severity ? problems : []) {
      findings.push({
        said: {
          rule: 'suppression',
          severity: severity as Severity,
          message: problem,
          note: SUPPRESSION.note,
          url: ruleUrl('suppression'),
          suggestions: [],
          text: block.text.slice(start, end),
        },
        start,
        end,
      });
    }
    this.#blocks.set(block, new BlockLint(findings.sort(inOrder), directives, facts, failures));
  }

  #active<Tree>(
    // biome-ignore lint/suspicious/noExplicitAny: options differ from rule to rule.
    rules: readonly { readonly id: string; readonly plugin: any }[],
  ): ActiveRule<Tree>[] {
    const processor = unified();
    return rules.flatMap(({ id, plugin }) => {
      const severity = this.severity(id);
      if (!severity) return [];
      const run = plugin.call(processor, this.config.rules.get(id)?.options ?? {}) as ActiveRule<Tree>['run'];
      return [{ id, severity, run }];
    });
  }
}
