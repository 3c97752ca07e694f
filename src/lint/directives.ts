import type { PlacedBlock, PurposeDocument } from '../statement/document';
import { nearest } from './config';
import { isRuleId, type RuleId, ruleOf, rules } from './rules';

/** What a comment asks of the linter. Offsets count from the start of whatever the caller counts from. */
export interface Directive {
  readonly verb: 'ignore' | 'disable' | 'enable';
  /** The rules meant; `undefined` means all. */
  readonly rules: readonly RuleId[] | undefined;
  /** What the writer gave as the reason. */
  readonly reason: string;
}

/** A directive, or why a comment that begins like one cannot be carried out; `undefined` for any other comment. */
export type DirectiveReading = Directive | { readonly problem: string } | undefined;

const VERBS = ['ignore', 'disable', 'enable'];

/**
 * Reads a comment such as `purpose ignore hedge, absolute: we mean it`; `undefined` where it is not for us.
 *
 * remark-message-control knows comments like these, but throws away the whole run on a slip in one and has no
 * place for a reason.
 *
 * @param comment what stands between `<!--` and `-->`
 */
export function readDirective(comment: string): DirectiveReading {
  const match = /^\s*purpose(?:\s+([\s\S]*))?$/.exec(comment);
  if (!match) return undefined;
  const [, head = '', reason = ''] = /^([^:]*)(?::([\s\S]*))?$/.exec(match[1] ?? '') ?? [];
  const [verb = '', ...ids] = head.split(/[\s,]+/).filter((word) => word !== '');
  if (!VERBS.includes(verb)) {
    const near = nearest(verb, VERBS);
    return {
      problem: `A comment for Purpose starts with ${VERBS.join(', ')}${near ? `; did you mean \`${near}\`?` : `, not with “${verb}”.`}`,
    };
  }
  const unknown = ids.find((id) => !isRuleId(id));
  if (unknown !== undefined) {
    const near = nearest(
      unknown,
      rules.map(({ id }) => id),
    );
    return {
      problem: `There is no rule “${unknown}”${near ? `; did you mean \`${near}\`?` : '; a reason goes behind a colon: `ignore hedge: we mean it`.'}`,
    };
  }
  return {
    verb: verb as Directive['verb'],
    rules: ids.length > 0 ? ids.filter(isRuleId) : undefined,
    reason: reason.replace(/\s+/g, ' ').trim(),
  };
}

/** A directive at its place; `ignore` reaches from `start` to `end`, the others begin at `start`. */
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
      // A comment inside a paragraph or a cell speaks of all of it.
      const start = read.verb === 'ignore' && inline ? inline.start : span.start;
      const end = targetEnd === undefined ? firstEnd(blocks[index + 1]) : offset + targetEnd;
      directives.push({ ...read, start: offset + start, end });
    }
  }
  return directives.sort((a, b) => a.start - b.start);
}

/** Where the first thing in a block ends, counted in the file. */
function firstEnd(placed: PlacedBlock | undefined): number {
  return placed ? placed.offset + (placed.block.tree.children[0]?.position?.end.offset ?? 0) : 0;
}

/**
 * Tells whether comments have silenced a rule at an offset. Directives come in the order of their offsets, and so do
 * the questions; all of them together take time in proportion to both.
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
