import { PARTS, type PartName } from '../statement/anatomy';
import type { Span } from '../statement/position';
import { isMapping } from '../text/is-mapping';
import { findJson } from './find-json';
import { TextFinder } from './find-text';
import { kindNamed, questionOf } from './kinds';
import { type Checked, excerpt, type Fault, type ReadFinding, type ReadPart, remark } from './reading';

/** Maximum number of checked entries of an answer. */
const MAX_ENTRIES = 60;
/** A statement of at most this many words may be vague as a whole. */
const SHORT_STATEMENT = 4;

/**
 * Checks a model's answer against the statement. For any answer, each finding is an exact slice of the statement, none
 * overlaps another, and rejected entries are reported.
 * @param answer the complete output of the model
 */
export function checkAnswer(answer: string, statement: string): Checked {
  const found = findJson(answer, 'vague');
  if ('problem' in found) return { fault: { where: 'The answer', problem: found.problem, mendable: true } };
  const check = new Check(statement, found.repaired);
  return { reading: check.run(found.value) };
}

interface Candidate extends ReadFinding {
  readonly where: string;
}

class Check {
  readonly #dropped: Fault[] = [];
  readonly #finder: TextFinder;
  #repaired: number;

  constructor(
    readonly statement: string,
    unwrapped: boolean,
  ) {
    this.#finder = new TextFinder(statement);
    this.#repaired = unwrapped ? 1 : 0;
  }

  run(answer: Readonly<Record<string, unknown>>) {
    const entries = answer.vague as readonly unknown[];
    const candidates: Candidate[] = [];
    entries.slice(0, MAX_ENTRIES).forEach((entry, index) => {
      const candidate = this.#entry(entry, `vague[${index}]`, candidates);
      if (candidate) candidates.push(candidate);
    });
    if (entries.length > MAX_ENTRIES) {
      this.#drop('vague', undefined, `has ${entries.length} entries; the first ${MAX_ENTRIES} are checked`);
    }
    const findings = this.#withoutOverlaps(candidates);
    const parts = Object.fromEntries(PARTS.map((name) => [name, this.#part(name, answer[name])])) as Record<
      PartName,
      ReadPart | null | undefined
    >;
    return { findings, parts, dropped: this.#dropped, repaired: this.#repaired };
  }

  #entry(entry: unknown, where: string, before: readonly Span[]): Candidate | undefined {
    if (!isMapping(entry)) return this.#drop(where, undefined, 'is not an object', true);
    const { text, occurrence, kind: named, question, reason } = entry;
    if (typeof text !== 'string' || text.trim() === '') {
      return this.#drop(where, undefined, 'has no text', true);
    }
    const kind = typeof named === 'string' ? kindNamed(named) : undefined;
    if (!kind) {
      const problem =
        typeof named === 'string' ? `has the unknown kind ${JSON.stringify(excerpt(named))}` : 'has no kind';
      return this.#drop(where, text, problem, true);
    }
    const { spans, exact } = this.#finder.find(text);
    if (spans.length === 0) return this.#drop(where, text, 'is not in the statement', true);
    const span = this.#which(spans, occurrence, before);
    if (!span) {
      const problem = `is ${spans.length} times in the statement, and occurrence ${JSON.stringify(occurrence)?.slice(0, 20)} is none of them`;
      return this.#drop(where, text, problem, true);
    }
    if (this.#isWhole(span))
      return this.#drop(where, text, 'is the whole statement, not a stretch of it', true);
    if (!exact || named !== kind) this.#repaired++;
    return {
      ...span,
      text: this.statement.slice(span.start, span.end),
      kind,
      question: remark(question) ?? questionOf(kind),
      reason: remark(reason),
      where,
    };
  }

  /** The intended occurrence; without a number, the first that no earlier entry uses. */
  #which(spans: readonly Span[], occurrence: unknown, before: readonly Span[]): Span | undefined {
    if (occurrence === undefined || occurrence === null) {
      if (spans.length > 1) this.#repaired++;
      return spans.find(({ start }) => !before.some((taken) => taken.start === start)) ?? spans[0];
    }
    const number = typeof occurrence === 'string' ? Number(occurrence) : occurrence;
    const meant = typeof number === 'number' && Number.isInteger(number) ? spans[number - 1] : undefined;
    if (meant && number === occurrence) return meant;
    const only = spans.length === 1 ? spans[0] : undefined;
    if (meant ?? only) this.#repaired++;
    return meant ?? only;
  }

  #isWhole({ start, end }: Span): boolean {
    const rest = this.statement.slice(0, start) + this.statement.slice(end);
    return !/[\p{L}\p{N}]/u.test(rest) && this.statement.trim().split(/\s+/).length > SHORT_STATEMENT;
  }

  /** Of two overlapping ones keeps the shorter; of two equal ones, the first. */
  #withoutOverlaps(candidates: readonly Candidate[]): readonly ReadFinding[] {
    const kept: Candidate[] = [];
    const byLength = [...candidates].sort((one, other) => one.end - one.start - (other.end - other.start));
    for (const one of byLength) {
      const other = kept.find(({ start, end }) => one.start < end && start < one.end);
      if (!other) kept.push(one);
      else {
        const twice = other.start === one.start && other.end === one.end;
        this.#drop(
          one.where,
          one.text,
          twice ? 'is marked twice' : `overlaps ${JSON.stringify(excerpt(other.text))}`,
        );
      }
    }
    return kept.sort((one, other) => one.start - other.start).map(({ where, ...finding }) => finding);
  }

  #part(name: PartName, given: unknown): ReadPart | null | undefined {
    if (given === null) return null;
    const inner = typeof given === 'object' && given !== null && 'text' in given ? given.text : given;
    if (inner === null || (typeof inner === 'string' && /^\s*(?:null|none|n\/a)?\s*$/i.test(inner))) {
      this.#repaired++;
      return null;
    }
    if (typeof inner !== 'string') {
      return this.#drop(
        name,
        undefined,
        given === undefined ? 'is missing' : 'is neither words nor null',
        true,
      );
    }
    const { spans, exact } = this.#finder.find(inner);
    const [span] = spans;
    if (!span) return this.#drop(name, inner, 'is not in the statement', true);
    if (!exact || inner !== given) this.#repaired++;
    return { ...span, text: this.statement.slice(span.start, span.end) };
  }

  #drop(where: string, text: string | undefined, problem: string, mendable = false): undefined {
    this.#dropped.push({ where, ...(text === undefined ? {} : { text: excerpt(text) }), problem, mendable });
  }
}
