import type { Anatomy } from '../statement/anatomy';
import type { PlacedBlock, PurposeDocument, StatementPlace } from '../statement/document';
import type { Figures } from '../statement/figures';
import { detectLanguage, type Language } from '../statement/language';
import type { Span } from '../statement/position';
import type { Statement } from '../statement/purpose-file';
import type { TextEdit } from '../statement/text-edit';
import { BlockFindings } from './block-findings';
import { type BlockLint, kept, type StatementLint } from './block-lint';
import { ruleInfo } from './catalogue';
import { extraFindings, fileFindings } from './file-findings';
import type { ExtraFindings, Finding, Severity } from './finding';
import { Relations } from './related';
import { type PlacedDirective, silencer } from './suppression';
import { documentFacts } from './vagueness/facts';

const NO_FIGURES: Figures = { words: 0, sentences: 0, grade: 0, vaguePer100: 0 };

/** What a result asks of the linter that made it. */
interface Source {
  blockLint(placed: PlacedBlock): BlockLint;
  statementLint(place: StatementPlace): StatementLint;
  severity(rule: string): Severity | undefined;
  lint(document: PurposeDocument): LintResult;
}

/**
 * What the linter has to say of one document. The findings are put at their places when they are first asked for,
 * so that a result that is overtaken by the next keystroke costs nothing.
 */
export class LintResult {
  readonly #linter: Source;
  #lints: readonly BlockLint[] | undefined;
  #directives: readonly PlacedDirective[] | undefined;
  #inBlocks: readonly BlockFindings[] | undefined;
  #ofFile: readonly Finding[] | undefined;
  #findings: readonly Finding[] | undefined;
  #language: Language | undefined;

  constructor(
    linter: Source,
    readonly document: PurposeDocument,
    readonly extra: ExtraFindings = () => [],
  ) {
    this.#linter = linter;
  }

  /** The same with what others find in the document: severities and comments hold for their rules as for ours. */
  with(extra: ExtraFindings): LintResult {
    return new LintResult(this.#linter, this.document, extra);
  }

  get statement(): Statement | undefined {
    return this.document.statement;
  }

  /** The language of the statement. Where it is not English, only rules that do not read prose have a say. */
  get language(): Language {
    this.#language ??= detectLanguage(
      this.document.statementPlace?.part.plain ?? '',
      this.document.frontMatter.data.lang,
    );
    return this.#language;
  }

  /** Who, what and change, each with its place in the file; offsets in UTF-16 units. */
  get anatomy(): Anatomy {
    const place = this.document.statementPlace;
    if (!place || !this.language.english) return {};
    const move = (part: Anatomy['who']) =>
      part && { ...part, start: part.start + place.placed.offset, end: part.end + place.placed.offset };
    const { who, what, change } = this.#linter.statementLint(place).anatomy;
    return {
      ...(who && { who: move(who) as typeof who }),
      ...(what && { what: move(what) as typeof what }),
      ...(change && { change: move(change) as typeof change }),
    };
  }

  /** The figures of the statement; all 0 where there is none, the grade 0 where it is not English. */
  get figures(): Figures {
    const place = this.document.statementPlace;
    if (!place) return NO_FIGURES;
    const { figures } = this.#linter.statementLint(place);
    if (!this.language.english) return { ...figures, grade: 0 };
    const { words } = figures;
    const { span } = place.part;
    const vague = this.inBlocks
      .find(({ placed }) => placed === place.placed)
      ?.found.filter(
        ({ said: { rule }, start }) => ruleInfo(rule)?.vague && start >= span.start && start < span.end,
      ).length;
    return { ...figures, vaguePer100: words === 0 ? 0 : Math.round(((vague ?? 0) * 1000) / words) / 10 };
  }

  /** Every finding, in the order in which they stand. */
  get findings(): readonly Finding[] {
    this.#findings ??= merged(
      this.ofFile,
      this.inBlocks.flatMap(({ findings }) => findings),
    );
    return this.#findings;
  }

  /** The findings that touch a stretch of the file, in the same order: only those of its blocks are put in place. */
  findingsAt(stretch: Span): readonly Finding[] {
    const near = this.inBlocks.filter((inBlock) => inBlock.touchesAny([stretch]));
    return merged(
      this.ofFile,
      near.flatMap(({ findings }) => findings),
    ).filter(({ start, end }) => start.offset <= stretch.end && end.offset >= stretch.start);
  }

  /** What was found in each block, those of the statement as a whole among them. */
  get inBlocks(): readonly BlockFindings[] {
    this.#inBlocks ??= this.#gather();
    return this.#inBlocks;
  }

  /** What was found in no single block: in the front matter, or from elsewhere. */
  get ofFile(): readonly Finding[] {
    if (!this.#ofFile) {
      const silenced = silencer(this.#placedDirectives);
      const { document } = this;
      const severityOf = (rule: string) => this.#linter.severity(rule);
      this.#ofFile = [
        ...fileFindings(document, severityOf),
        ...extraFindings(document, this.extra(document), severityOf, this.#placedDirectives),
      ]
        .sort(byPlace)
        .filter(({ rule, start }) => this.#speaks(rule) && !silenced(rule, start.offset));
    }
    return this.#ofFile;
  }

  /** Rules that broke on some block, one sentence each; nothing else is lost by it. */
  get failures(): readonly string[] {
    const inBlocks = this.document.blocks.flatMap(({ line }, index) =>
      (this.#blockLints[index]?.failures ?? []).map((failure) => `Line ${line}: ${failure}`),
    );
    return [...inBlocks, ...(this.#statementLint?.failures ?? [])];
  }

  /** What the same settings would say after some edits below the front matter, each on what the one before it left. */
  after(edits: readonly TextEdit[]): LintResult {
    return this.#linter.lint(this.document.edited(edits)).with(this.extra);
  }

  get #statementLint(): StatementLint | undefined {
    const place = this.document.statementPlace;
    return place && this.#linter.statementLint(place);
  }

  /** Whether a rule has a say in the language of this statement. */
  #speaks(rule: string): boolean {
    return this.language.english || !ruleInfo(rule)?.english;
  }

  #gather(): readonly BlockFindings[] {
    const { blocks, statementPlace } = this.document;
    const facts = documentFacts(this.#blockLints.map((lint) => lint.facts));
    const relations = new Relations(
      this.document,
      facts,
      (block) => this.#blockLints[block]?.facts ?? [],
      () => this.inBlocks,
    );
    const silenced = silencer(this.#placedDirectives);
    const everythingSpeaks = this.language.english && this.#placedDirectives.length === 0;
    return blocks.map((placed, index) => {
      let found = this.#blockLints[index]?.findingsGiven(facts) ?? [];
      if (placed === statementPlace?.placed) {
        found = this.#linter.statementLint(statementPlace).amongThoseOf(found);
      }
      if (!everythingSpeaks) {
        found = kept(
          found,
          ({ said: { rule }, start }) => this.#speaks(rule) && !silenced(rule, placed.offset + start),
        );
      }
      return new BlockFindings(placed, found, (finding) => relations.of(finding, index));
    });
  }

  get #blockLints(): readonly BlockLint[] {
    this.#lints ??= this.document.blocks.map((placed) => this.#linter.blockLint(placed));
    return this.#lints;
  }

  get #placedDirectives(): readonly PlacedDirective[] {
    if (this.#directives) return this.#directives;
    const { blocks } = this.document;
    const directives: PlacedDirective[] = [];
    for (const [index, placed] of blocks.entries()) {
      for (const directive of this.#blockLints[index]?.directives ?? []) {
        const end = directive.end === undefined ? firstEnd(blocks[index + 1]) : placed.offset + directive.end;
        directives.push({ ...directive, start: placed.offset + directive.start, end });
      }
    }
    this.#directives = directives;
    return directives;
  }
}

/** Where the first thing in a block ends, counted in the file. */
function firstEnd(placed: PlacedBlock | undefined): number {
  return placed ? placed.offset + (placed.block.tree.children[0]?.position?.end.offset ?? 0) : 0;
}

function byPlace(a: Finding, b: Finding): number {
  return a.start.offset - b.start.offset || a.end.offset - b.end.offset || (a.rule < b.rule ? -1 : 1);
}

/** Two lists in order as one. */
function merged(some: readonly Finding[], most: readonly Finding[]): readonly Finding[] {
  return some.length === 0 ? most : [...some, ...most].sort(byPlace);
}
