import type { Root as MarkdownRoot } from 'mdast';
import type { Root as ProseRoot } from 'nlcst';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { contextOf } from '../lint/checks';
import type { Draft, PlacedDraft } from '../lint/finding';
import type { AnyRule, Rule } from '../lint/rule';
import { rangeIn } from '../statement/block-record';
import { PurposeDocument } from '../statement/document';
import { LineMap } from '../statement/position';
import { checkedConfig, report } from './report';

declare module 'unified' {
  interface Data {
    /** The rules of Purpose in a pipeline. */
    purposeRules?: Set<string>;
  }
}

/** Options of a rule, as in `.purposerc`; undefined and `null` have the same effect as there. */
export type RuleOptionsGiven = Readonly<Record<string, unknown>>;

/**
 * A rule on prose or on the statement as a retext plugin.
 * @throws {Error} with a one-sentence message, when it is attached with unknown options
 */
export function toRetext(
  rule: Rule<string, 'prose'> | Rule<string, 'statement'>,
): Plugin<[(RuleOptionsGiven | null)?], ProseRoot> {
  return function (options) {
    const given = Object.fromEntries(
      Object.entries(options ?? {}).filter(([, value]) => value !== undefined),
    );
    checkedConfig(`the rule ${rule.id}`, { rules: { [rule.id]: ['info', given] } });
    // Each rule of a pipeline registers itself, so that all enabled rules are known when the first text arrives.
    const data = this?.data?.('purposeRules') ?? new Set<string>();
    this?.data?.('purposeRules', data.add(rule.id));
    const check = rule.check(
      given,
      contextOf((id) => data.has(id)),
    );
    return (tree, file) => {
      const text = String(file);
      const lines = new LineMap(text);
      for (const draft of check(tree)) reportDraft(file, rule, { ...draft, ...lines.range(draft) }, text);
    };
  };
}

/** A rule on blocks or on the whole file as a remark plugin. It reads the file's text instead of the tree. */
export function toRemark(rule: Rule<string, 'block'> | Rule<string, 'file'>): Plugin<[], MarkdownRoot> {
  return () => {
    const context = contextOf((id) => id === rule.id);
    return (_tree, file) => {
      const text = String(file);
      const document = PurposeDocument.of(text);
      const drafts =
        rule.scope === 'file'
          ? [...rule.check({}, context)(document)]
          : document.blocks.flatMap((placed) =>
              [...rule.check({}, context)(placed.block)].map((draft) => ({
                ...draft,
                ...rangeIn(placed, draft),
              })),
            );
      for (const draft of drafts) reportDraft(file, rule, draft, text);
    };
  };
}

function reportDraft(
  file: VFile,
  { id, level }: AnyRule,
  draft: Omit<Draft, 'start' | 'end'> & PlacedDraft,
  text: string,
): void {
  const { start, end } = draft;
  report(file, { ...draft, rule: id, severity: level, text: text.slice(start.offset, end.offset) });
}
