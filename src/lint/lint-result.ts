import type { Anatomy } from '../statement/anatomy';
import { type PlacedBlock, type PurposeDocument, rangeIn } from '../statement/document';
import type { Figures } from '../statement/figures';
import { detectLanguage, type Language } from '../statement/language';
import type { Range } from '../statement/position';
import type { Statement } from '../statement/purpose-file';
import type { TextEdit } from '../statement/text-edit';
import type { BlockFinding } from './block-lint';
import { ruleInfo } from './catalogue';
import type { ExtraFindings, Finding, Related } from './finding';
import { lintSettingsProblems } from './front-matter-settings';
import type { Linter, StatementLint } from './linter';
import { relatedTo, withRelated } from './related';
import { ruleUrl } from './rule-url';
import { FRONT_MATTER_NOTE } from './rules/front-matter';
import { MISSING_STATEMENT } from './rules/missing-statement';
import { type PlacedDirective, silencedAnywhere, withoutSuppressed } from './suppression';
import { documentFacts, isClearedBy } from './vagueness/facts';

const NO_FIGURES: Figures = { words: 0, sentences: 0, grade: 0, vaguePer100: 0 };

/**
 * What the linter has to say of one document. The findings are put at their places when they are first asked for,
 * so that a result that is overtaken by the next keystroke costs nothing.
 */
export class LintResult {
  readonly #linter: Linter;
  #findings: readonly Finding[] | undefined;
  #language: Language | undefined;

  constructor(
    linter: Linter,
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
    const { statement } = this;
    const lint = this.#statementLint;
    if (!statement || !lint) return NO_FIGURES;
    const { words } = lint.figures;
    const vague = this.findings.filter(
      ({ rule, start }) =>
        ruleInfo(rule)?.vague &&
        start.offset >= statement.start.offset &&
        start.offset < statement.end.offset,
    ).length;
    if (!this.language.english) return { ...lint.figures, grade: 0 };
    return { ...lint.figures, vaguePer100: words === 0 ? 0 : Math.round((vague * 1000) / words) / 10 };
  }

  /** Every finding, in the order in which they stand. */
  get findings(): readonly Finding[] {
    this.#findings ??= this.#gather();
    return this.#findings;
  }

  /** Rules that broke on some block, one sentence each; nothing else is lost by it. */
  get failures(): readonly string[] {
    const inBlocks = this.document.blocks.flatMap((placed) => {
      const { failures } = this.#linter.blockLint(placed);
      return failures.map((failure) => `Line ${placed.point(0).line}: ${failure}`);
    });
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

  #gather(): readonly Finding[] {
    const findings: Finding[] = [...this.#fileFindings()];
    const directives: PlacedDirective[] = [];
    const { blocks } = this.document;
    const facts = documentFacts(blocks.map((placed) => this.#linter.blockLint(placed).facts));
    for (const [index, placed] of blocks.entries()) {
      const lint = this.#linter.blockLint(placed);
      for (const finding of lint.findings) {
        if (!isClearedBy(finding, facts))
          findings.push(toFinding(placed, finding, relatedTo(finding, index, this.document, facts)));
      }
      for (const directive of lint.directives) {
        const end = directive.end === undefined ? firstEnd(blocks[index + 1]) : placed.offset + directive.end;
        directives.push({ ...directive, start: placed.offset + directive.start, end });
      }
    }
    const place = this.document.statementPlace;
    for (const finding of this.#statementLint?.findings ?? []) {
      if (place)
        findings.push(toFinding(place.placed, finding, relatedTo(finding, -1, this.document, facts)));
    }
    findings.push(...this.#extraFindings(directives));
    findings.sort(
      (a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset || (a.rule < b.rule ? -1 : 1),
    );
    const { english } = this.language;
    return withRelated(
      withoutSuppressed(
        english ? findings : findings.filter(({ rule }) => !ruleInfo(rule)?.english),
        directives,
      ),
    );
  }

  *#extraFindings(directives: readonly PlacedDirective[]): Generator<Finding> {
    const { document } = this;
    const frontEnd = document.frontMatter.range?.end.offset ?? 0;
    const silenced = silencedAnywhere(directives);
    for (const { rule, message, question, note, start, end, related } of this.extra(document)) {
      const severity = this.#linter.severity(rule);
      // No comment can stand before front matter: what is found there is silenced from anywhere, by name.
      if (!severity || (start.offset < frontEnd && silenced.has(rule))) continue;
      const text = document.text.slice(start.offset, end.offset);
      yield {
        rule,
        severity,
        message,
        question,
        note,
        url: ruleUrl(rule),
        text,
        start,
        end,
        suggestions: [],
        ...(related && { related }),
      };
    }
  }

  *#fileFindings(): Generator<Finding> {
    const { document } = this;
    const frontMatter = this.#linter.severity('front-matter');
    if (frontMatter) {
      for (const { message, start, end, related } of [
        ...document.frontMatter.problems,
        ...lintSettingsProblems(document),
      ]) {
        yield {
          rule: 'front-matter',
          severity: frontMatter,
          message,
          note: FRONT_MATTER_NOTE,
          url: ruleUrl('front-matter'),
          text: document.text.slice(start.offset, end.offset),
          start,
          end,
          suggestions: [],
          ...(related && { related }),
        };
      }
    }
    const missing = this.#linter.severity('missing-statement');
    if (missing && !document.statementPlace) {
      const { start, end } = emptyPlace(document);
      yield {
        rule: 'missing-statement',
        severity: missing,
        message: MISSING_STATEMENT.reason,
        question: MISSING_STATEMENT.question,
        note: MISSING_STATEMENT.note,
        url: ruleUrl('missing-statement'),
        text: document.text.slice(start.offset, end.offset),
        start,
        end,
        suggestions: [],
      };
    }
  }
}

/** The first line with something on it, front matter left out: where a writer looks for what is missing. */
function emptyPlace(document: PurposeDocument): Range {
  for (const placed of document.blocks) {
    const line = /\S[^\r\n]*/.exec(placed.block.text);
    if (line) return rangeIn(placed, { start: line.index, end: line.index + line[0].trimEnd().length });
  }
  const start = { line: 1, column: 1, offset: 0 };
  return { start, end: start };
}

/** Where the first thing in a block ends, counted in the file. */
function firstEnd(placed: PlacedBlock | undefined): number {
  return placed ? placed.offset + (placed.block.tree.children[0]?.position?.end.offset ?? 0) : 0;
}

function toFinding(placed: PlacedBlock, finding: BlockFinding, related: readonly Related[]): Finding {
  const { start, end, about: _, ...rest } = finding;
  return {
    ...rest,
    ...rangeIn(placed, { start, end }),
    text: placed.block.text.slice(start, end),
    ...(related.length > 0 && { related }),
  };
}
