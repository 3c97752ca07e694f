import type { PlacedBlock, PurposeDocument } from '../statement/document';
import { isPassedOver } from '../statement/markdown';
import { nearest } from '../text/did-you-mean';
import { isRuleId, type RuleId, ruleOf, rules } from './rules';

/** A comment that controls the linter. Offsets are in the caller's coordinates. */
export interface Directive {
  readonly verb: 'ignore' | 'disable' | 'enable';
  /** The rules it applies to; `undefined` means all. */
  readonly rules: readonly RuleId[] | undefined;
  /** The writer's reason. */
  readonly reason: string;
}

/** A directive, or why a comment that resembles one is invalid; `undefined` for any other comment. */
export type DirectiveReading = Directive | { readonly problem: string } | undefined;

const VERBS = ['ignore', 'disable', 'enable'] as const;

/**
 * Parses a comment such as `purpose ignore hedge, absolute: we mean it`. A comment that resembles a directive but is
 * not one, such as `purpose-ignore hedge` or `PURPOSE IGNORE`, is a problem; prose that begins with the word is
 * ignored.
 *
 * Why not remark-message-control: it aborts the whole run on a mistake in one comment and has no place for a reason.
 *
 * @param comment the text between `<!--` and `-->`
 */
export function readDirective(comment: string): DirectiveReading {
  const [, before = '', word = '', rest = ''] =
    /^\s*(purpose(?:\s*[-:_./]\s*|\s+))([a-z]+)(?![\w-])([\s\S]*)$/i.exec(comment) ?? [];
  const [, head = '', reason = ''] = /^([^:]*)(?::([\s\S]*))?$/.exec(rest) ?? [];
  const ids = head.split(/[\s,]+/).filter((id) => id !== '');
  const verb = VERBS.find((one) => one === word);
  if (verb && /^purpose\s+$/.test(before)) {
    const unknown = ids.find((id) => !isRuleId(id));
    if (unknown !== undefined) return { problem: unknownRule(unknown) };
    return {
      verb,
      rules: ids.length > 0 ? ids.filter(isRuleId) : undefined,
      reason: reason.replace(/\s+/g, ' ').trim(),
    };
  }
  const meant = nearest(word, VERBS);
  if (meant === undefined || !ids.every(isRuleId)) return undefined;
  const written = ['purpose', meant, ids.join(', ')].filter((part) => part !== '').join(' ');
  return { problem: `This comment is not carried out; did you mean \`<!-- ${written} -->\`?` };
}

function unknownRule(id: string): string {
  const near = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return `There is no rule “${id}”${near ? `; did you mean \`${near}\`?` : '; write a reason after a colon: `ignore hedge: we mean it`.'}`;
}

/** A directive with its position; `ignore` reaches from `start` to `end`, the others begin at `start`. */
export interface PlacedDirective extends Directive {
  readonly start: number;
  readonly end: number;
}

/** The directives of a document, in order. */
export function directivesIn({ blocks }: PurposeDocument): readonly PlacedDirective[] {
  const directives: PlacedDirective[] = [];
  for (const [index, { block, offset }] of blocks.entries()) {
    for (const { text, span, targetEnd, inline } of block.comments) {
      const read = readDirective(text);
      if (!read || 'problem' in read) continue;
      // A comment inside a paragraph or a cell applies to all of it.
      const start = read.verb === 'ignore' && inline ? inline.start : span.start;
      const end = targetEnd === undefined ? nextEnd(blocks, index + 1) : offset + targetEnd;
      directives.push({ ...read, start: offset + start, end });
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
  const off = new Set<RuleId>();
  const ignored = new Map<RuleId | '*', number>();
  let allOff = false;
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
      } else if (directive.rules) {
        for (const id of directive.rules) {
          if (directive.verb === 'disable') off.add(id);
          else off.delete(id);
        }
      } else {
        allOff = directive.verb === 'disable';
        off.clear();
      }
    }
    if (ruleOf(rule).traits.unsilenced) return false;
    return allOff || off.has(rule) || offset < (ignored.get(rule) ?? 0) || offset < (ignored.get('*') ?? 0);
  };
}

/** The rules that some comment of a file silences by name. */
export function silencedAnywhere(directives: readonly Directive[]): ReadonlySet<RuleId> {
  return new Set(directives.flatMap(({ verb, rules = [] }) => (verb === 'enable' ? [] : rules)));
}
