import { parseConsent } from '../consent/parse-consent';
import type { Anatomy } from '../statement/anatomy';
import type { PurposeDocument } from '../statement/document';
import type { Figures } from '../statement/figures';
import { detectLanguage, type Language } from '../statement/language';
import type { Span } from '../statement/position';
import type { Statement } from '../statement/purpose-file';
import { type Analyses, filtered } from './analyse';
import { BlockFindings } from './block-findings';
import { directivesIn, idleDirectives, type PlacedDirective, silencer } from './directives';
import { extraFindings, toFinding } from './extra-findings';
import type { ExtraFindings, Finding } from './finding';
import type { Policy } from './policy';
import { Relations } from './related';
import { readsEnglish } from './rule';
import { byRank, type RuleId, ruleOf } from './rules';
import { conflictDraft, missingStatement } from './rules/missing-statement';
import { idleDraft, suppression } from './rules/suppression';
import { EVERYTHING, scopesOf } from './scope';
import { documentFacts } from './vagueness/facts';

const NO_FIGURES: Figures = { words: 0, sentences: 0, grade: 0, vaguePer100: 0 };

/**
 * The analyses of a document's parts, combined under a policy. Positions of findings are computed lazily, so that a
 * result that the next keystroke supersedes costs nothing.
 */
export class LintResult {
  #directives: readonly PlacedDirective[] | undefined;
  #blockFindings: readonly BlockFindings[] | undefined;
  #fileFindings: readonly Finding[] | undefined;
  #findings: readonly Finding[] | undefined;
  #language: Language | undefined;

  constructor(
    readonly document: PurposeDocument,
    readonly analyses: Analyses,
    readonly policy: Policy,
    readonly extra: ExtraFindings = () => [],
  ) {}

  /** The same with findings from other sources; severities and comments apply to them as to all rules. */
  with(extra: ExtraFindings): LintResult {
    return new LintResult(this.document, this.analyses, this.policy, extra);
  }

  get statement(): Statement | undefined {
    return this.document.statement;
  }

  /** The language of the statement. If it is not English, rules on prose find nothing. */
  get language(): Language {
    this.#language ??= detectLanguage(
      this.document.statementPlace?.part.plain ?? '',
      this.document.frontMatter.data.lang,
    );
    return this.#language;
  }

  /** Who, what and change, with positions in the file; offsets in UTF-16 units. */
  get anatomy(): Anatomy {
    const { statement } = this.analyses;
    const place = this.document.statementPlace;
    if (!statement || !place || !this.language.english) return {};
    const move = <Part extends Span>(part: Part): Part => ({
      ...part,
      start: part.start + place.placed.offset,
      end: part.end + place.placed.offset,
    });
    const { who, what, change } = statement.anatomy;
    return {
      ...(who && { who: move(who) }),
      ...(what && { what: move(what) }),
      ...(change && { change: move(change) }),
    };
  }

  /** The figures of the statement; all 0 without one; the grade is 0 if it is not English. */
  get figures(): Figures {
    const { statement } = this.analyses;
    const place = this.document.statementPlace;
    if (!statement || !place) return NO_FIGURES;
    const { figures } = statement;
    if (!this.language.english) return { ...figures, grade: 0 };
    const { words } = figures;
    const { span } = place.part;
    const vague = this.blockFindings
      .find(({ placed }) => placed === place.placed)
      ?.found.filter(
        ({ content: { rule }, start }) =>
          ruleOf(rule).traits.counts === 'vague' && start >= span.start && start < span.end,
      ).length;
    return { ...figures, vaguePer100: words === 0 ? 0 : Math.round(((vague ?? 0) * 1000) / words) / 10 };
  }

  /** Every finding, in order of position. */
  get findings(): readonly Finding[] {
    this.#findings ??= merged(
      this.fileFindings,
      this.blockFindings.flatMap(({ findings }) => findings),
    );
    return this.#findings;
  }

  /** The findings that touch a range of the file, in the same order: only those of its blocks are positioned. */
  findingsAt(stretch: Span): readonly Finding[] {
    const near = this.blockFindings.filter((inBlock) => inBlock.touchesAny([stretch]));
    return merged(
      this.fileFindings,
      near.flatMap(({ findings }) => findings),
    ).filter(({ start, end }) => start.offset <= stretch.end && end.offset >= stretch.start);
  }

  /** The findings in each block, including those on the statement as a whole. */
  get blockFindings(): readonly BlockFindings[] {
    this.#blockFindings ??= this.#gather();
    return this.#blockFindings;
  }

  /** The findings outside blocks: in the front matter, or from other sources. */
  get fileFindings(): readonly Finding[] {
    if (!this.#fileFindings) {
      const { document } = this;
      if (document.conflict) {
        const { text, conflict } = document;
        return [toFinding(conflictDraft(conflict), missingStatement.id, 'error', text)];
      }
      const silenced = silencer(this.#placedDirectives);
      const text = this.analyses.file.length > 0 ? document.text : '';
      this.#fileFindings = [
        ...this.analyses.file.map((one) => toFinding(one, one.rule, one.severity, text)),
        ...extraFindings(document, this.extra(document), this.policy, this.#placedDirectives),
        ...this.#idleDirectives(),
      ]
        .sort(byPlace)
        .filter(({ rule, start }) => this.#isCheckedLanguage(rule) && !silenced(rule, start.offset));
    }
    return this.#fileFindings;
  }

  /** Rules that threw on some block, one sentence each; no other findings are lost. */
  get failures(): readonly string[] {
    const inBlocks = this.document.blocks.flatMap(({ line }, index) =>
      (this.analyses.blocks[index]?.failures ?? []).map((failure) => `Line ${line}: ${failure}`),
    );
    return [...inBlocks, ...(this.analyses.statement?.failures ?? [])];
  }

  /** Whether the rule supports the document's language. */
  #isCheckedLanguage(rule: RuleId): boolean {
    return this.language.english || !readsEnglish(ruleOf(rule));
  }

  #gather(): readonly BlockFindings[] {
    const { document, analyses } = this;
    // A text with an unresolved conflict gets only the finding about that.
    if (document.conflict) return [];
    const facts = documentFacts(analyses.blocks.map((analysis) => analysis.facts));
    const relations = new Relations(
      document,
      facts,
      (block) => analyses.blocks[block]?.facts ?? [],
      () => this.blockFindings,
    );
    const scopes = this.policy.config.scope === 'file' ? [] : scopesOf(document);
    const silenced = silencer(this.#placedDirectives);
    const everythingSpeaks = this.language.english && this.#placedDirectives.length === 0;
    const answers = parseConsent(document)?.section;
    return document.blocks.map((placed, index) => {
      // Answers in a consent round are quoted from people, so their style is not linted.
      if (answers && placed.offset >= answers.start && placed.offset < answers.end)
        return new BlockFindings(placed, [], () => []);
      let found = analyses.blocks[index]?.findingsGiven(facts, scopes[index] ?? EVERYTHING) ?? [];
      if (!this.language.declared) found = filtered(found, ({ foreign }) => !foreign);
      // A missing part is not reported in a text that is the statement only by its position.
      const place = document.statementPlace;
      if (placed === place?.placed && place.by !== 'position') {
        found = analyses.statement?.mergeInto(found) ?? found;
      }
      if (!everythingSpeaks) {
        found = filtered(
          found,
          ({ content: { rule }, start }) =>
            this.#isCheckedLanguage(rule) && !silenced(rule, placed.offset + start),
        );
      }
      return new BlockFindings(placed, found, (finding) => relations.of(finding, index));
    });
  }

  #idleDirectives(): readonly Finding[] {
    const severity = this.policy.severity(suppression.id);
    if (!severity) return [];
    const { text } = this.document;
    return idleDirectives(this.#placedDirectives).map((directive) =>
      toFinding(idleDraft(directive), suppression.id, severity, text),
    );
  }

  get #placedDirectives(): readonly PlacedDirective[] {
    this.#directives ??= directivesIn(this.document);
    return this.#directives;
  }
}

function byPlace(a: Finding, b: Finding): number {
  return a.start.offset - b.start.offset || a.end.offset - b.end.offset || byRank(a.rule, b.rule);
}

/** Two lists in order as one. */
function merged(some: readonly Finding[], most: readonly Finding[]): readonly Finding[] {
  return some.length === 0 ? most : [...some, ...most].sort(byPlace);
}
