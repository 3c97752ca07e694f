import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { toRetext } from '../../../src/lib/to-plugin';
import { rules } from '../../../src/lint/rules';

/** The rules on prose and on the statement, each as its published retext plugin. */
export const retextRules: readonly {
  readonly id: string;
  readonly level: string;
  readonly plugin: Plugin<[unknown?], Root>;
}[] = rules.flatMap((rule) =>
  rule.scope === 'prose' || rule.scope === 'statement'
    ? [{ id: rule.id, level: rule.level, plugin: toRetext(rule) as Plugin<[unknown?], Root> }]
    : [],
);
