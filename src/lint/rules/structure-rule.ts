import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { Severity } from '../finding';

/** A rule on what a file is made of: an ordinary remark plugin and what the preset needs to know of it. */
export interface StructureRule {
  /** As in findings, settings and `docs/rules/ID.md`. */
  readonly id: string;
  readonly plugin: Plugin<[], Root>;
  readonly severity: Severity | 'off';
  /** Whether one block tells all, or the whole file has to be seen. */
  readonly scope: 'block' | 'file';
  readonly title: string;
  /** What it finds, in one line. */
  readonly summary: string;
}
