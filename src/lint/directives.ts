import type { PlacedBlock, PurposeDocument } from '../statement/document';
import { isPassedOver } from '../statement/markdown';
import type { Span } from '../statement/position';
import { type Directive, readDirective } from './read-directive';
import { type RuleId, ruleOf } from './rules';

/** A directive with its position; `ignore` reaches from `start` to `end`, the others begin at `start`. */
export interface PlacedDirective extends Directive {
  readonly start: number;
  /** 0 for an `ignore` that nothing follows. */
  readonly end: number;
  readonly comment: Span & { readonly placed: PlacedBlock };
}

/** The directives of a document, in order. */
export function directivesIn({ blocks }: PurposeDocument): readonly PlacedDirective[] {
  const directives: PlacedDirective[] = [];
  for (const [index, placed] of blocks.entries()) {
    const { block, offset } = placed;
    for (const { text, span, targetEnd, inline } of block.comments) {
      const read = readDirective(text);
      if (!read || 'problem' in read) continue;
      // A comment inside a paragraph or a cell applies to all of it.
      const start = read.verb === 'ignore' && inline ? inline.start : span.start;
      const end = targetEnd === undefined ? nextEnd(blocks, index + 1) : offset + targetEnd;
      directives.push({ ...read, start: offset + start, end, comment: { ...span, placed } });
    }
  }
  return directives.sort((a, b) => a.start - b.start);
}

/** The end of the next content, in this block or a later one, skipping comments. */
function nextEnd(blocks: readonly PlacedBlock[], from: number): number {
  for (let index = from; index < blocks.length; index += 1) {
    const placed = blocks[index];
    const node = placed?.block.tree.children.find((child) => !isPassedOver(child));
    if (placed && node) return placed.offset + (node.position?.end.offset ?? 0);
  }
  return 0;
}

/**
 * Returns a predicate for whether comments silence a rule at an offset. It expects ascending offsets, of directives as
 * well as queries, and then takes linear time in total.
 */
export function silencer(directives: readonly PlacedDirective[]): (rule: RuleId, offset: number) => boolean {
  const off = new DisabledRules();
  const ignored = new Map<RuleId | '*', number>();
  let next = 0;
  return (rule, offset) => {
    for (
      let directive = directives[next];
      directive && directive.start <= offset;
      directive = directives[++next]
    ) {
      if (directive.verb === 'ignore') {
        for (const id of directive.rules ?? (['*'] as const))
          ignored.set(id, Math.max(ignored.get(id) ?? 0, directive.end));
      } else off.apply(directive);
    }
    if (ruleOf(rule).traits.unsilenced) return false;
    return off.has(rule) || offset < (ignored.get(rule) ?? 0) || offset < (ignored.get('*') ?? 0);
  };
}

/** The rules that are off after some `disable` and `enable`: those listed, or all but those listed. */
class DisabledRules {
  #all = false;
  readonly #listed = new Set<RuleId>();

  has(rule: RuleId): boolean {
    return this.#all !== this.#listed.has(rule);
  }

  /** Returns whether that changed anything. */
  apply({ verb, rules }: Directive): boolean {
    const disables = verb === 'disable';
    if (!rules) {
      const changes = disables ? !this.#all || this.#listed.size > 0 : this.#all || this.#listed.size > 0;
      this.#all = disables;
      this.#listed.clear();
      return changes;
    }
    const changed = rules.filter((rule) => this.has(rule) !== disables);
    for (const rule of changed) {
      if (this.#listed.has(rule)) this.#listed.delete(rule);
      else this.#listed.add(rule);
    }
    return changed.length > 0;
  }
}

/**
 * The directives that certainly do nothing: an `enable` of what is not disabled, and an `ignore` that nothing follows.
 * A rule on the whole file can have a finding in the front matter, which a comment anywhere silences.
 */
export function idleDirectives(directives: readonly PlacedDirective[]): readonly PlacedDirective[] {
  const off = new DisabledRules();
  return directives.filter((directive) => {
    const { verb, rules, end } = directive;
    if (verb !== 'ignore') return !off.apply(directive) && verb === 'enable';
    return end === 0 && !rules?.some((rule) => ['file', 'care'].includes(ruleOf(rule).scope));
  });
}

/** The rules that some comment of a file silences by name. */
export function silencedAnywhere(directives: readonly Directive[]): ReadonlySet<RuleId> {
  return new Set(directives.flatMap(({ verb, rules = [] }) => (verb === 'enable' ? [] : rules)));
}
