import type { Root } from 'nlcst';
import { yielder } from '../async/yielding';
import { PurposeDocument, type StatementPlace } from '../statement/document';
import type { Block } from '../statement/markdown';
import { areSameProse, type Prose } from '../statement/prose';
import type { TextPart } from '../statement/text-part';
import type { TextEdit } from '../text/text-edit';
import {
  analyse,
  analyseFile,
  analyseStatement,
  type BlockAnalysis,
  type StatementAnalysis,
} from './analyse';
import { checkConfig } from './check-config';
import { type Checks, checksOf } from './checks';
import { type ConfigLayer, resolveConfig } from './config';
import { LintResult } from './lint-result';
import { Policy } from './policy';

/** Maximum number of cached policies: further ones come from front matter that is being typed. */
const MAX_POLICIES = 50;

/**
 * Lints documents and caches the analysis of each block, so that only the changed blocks of an edited document are
 * analysed again. Documents with the same settings share the cache.
 */
export class LintSession {
  readonly #memories = new Map<string, Memory>();
  #last: { readonly layers: readonly ConfigLayer[]; readonly memory: Memory } | undefined;

  /**
   * Lints a text or a document synchronously.
   * @param layers settings below the document's own `lint:` front matter, the lowest first
   */
  lint(text: string | PurposeDocument, layers: readonly ConfigLayer[] = []): LintResult {
    return finished(this.steps(text, layers));
  }

  /** Lints in steps of a few milliseconds, except for a giant paragraph. */
  *steps(text: string | PurposeDocument, layers: readonly ConfigLayer[] = []): Generator<void, LintResult> {
    const document = typeof text === 'string' ? PurposeDocument.of(text) : text;
    const { lint } = document.frontMatter.data;
    const all = lint === undefined ? layers : [...layers, checkConfig(lint).layer];
    return yield* this.#lint(document, this.#memoryUnder(all));
  }

  /**
   * Lints without blocking the other code on this thread.
   * @param isOvertaken called between slices: if it returns true, the result is `undefined`
   */
  async lintInSlices(
    document: PurposeDocument,
    layers: readonly ConfigLayer[],
    isOvertaken: () => boolean = () => false,
  ): Promise<LintResult | undefined> {
    const steps = this.steps(document, layers);
    const yieldIfDue = yielder();
    for (let step = steps.next(); !isOvertaken(); step = steps.next()) {
      if (step.done) return step.value;
      await yieldIfDue();
    }
    return undefined;
  }

  /**
   * The result with the same settings after some edits below the front matter, each relative to the text after the last
   * one.
   */
  relint(result: LintResult, edits: readonly TextEdit[]): LintResult {
    const steps = this.#lint(result.document.edited(edits), this.#memoryOf(result.policy));
    return finished(steps).with(result.extra);
  }

  *#lint(document: PurposeDocument, memory: Memory): Generator<void, LintResult> {
    // To find the statement, every block is parsed.
    for (const { block } of document.blocks) if (!memory.blocks.has(block)) yield;
    const place = document.statementPlace;
    const blocks: BlockAnalysis[] = [];
    for (const placed of document.blocks) {
      const { block } = placed;
      let analysis = memory.blocks.get(block);
      if (!analysis) {
        analysis = yield* analyse(placed, memory.checks, (prose, trees) => {
          if (place?.placed === placed && isWhole(place.part, prose)) memory.statementAnalysis(place, trees);
        });
        memory.blocks.set(block, analysis);
        yield;
      }
      blocks.push(analysis);
    }
    const statement = place && memory.statementAnalysis(place);
    return new LintResult(
      document,
      { blocks, statement, file: analyseFile(document, memory.checks) },
      memory.policy,
    );
  }

  /** {@link Memory} under some layers; those of the last call are the same again for nearly every file. */
  #memoryUnder(layers: readonly ConfigLayer[]): Memory {
    const before = this.#last;
    if (before?.layers.length === layers.length && layers.every((layer, at) => layer === before.layers[at]))
      return before.memory;
    const memory = this.#memoryOf(new Policy(resolveConfig(...layers)));
    this.#last = { layers, memory };
    return memory;
  }

  #memoryOf(policy: Policy): Memory {
    const { key } = policy.config;
    const memory = this.#memories.get(key) ?? new Memory(policy);
    if (this.#memories.size > MAX_POLICIES) this.#memories.clear();
    this.#memories.set(key, memory);
    return memory;
  }
}

/** The result of all steps, without a pause. */
function finished<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The cached analyses under one policy. */
class Memory {
  readonly checks: Checks;
  readonly blocks = new WeakMap<Block, BlockAnalysis>();
  readonly #statements = new WeakMap<TextPart, StatementAnalysis>();

  constructor(readonly policy: Policy) {
    this.checks = checksOf(policy);
  }

  /** @param trees those of the statement, if the caller has them */
  statementAnalysis(place: StatementPlace, trees?: readonly Root[]): StatementAnalysis {
    const analysis = this.#statements.get(place.part) ?? analyseStatement(place, this.checks, trees);
    this.#statements.set(place.part, analysis);
    return analysis;
  }
}

/** Whether a prose is all of a part: its text is at the same places of the block. */
function isWhole({ proses: [own, ...others] }: TextPart, prose: Prose): boolean {
  return own !== undefined && others.length === 0 && areSameProse(own, prose);
}
