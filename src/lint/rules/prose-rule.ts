import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import type { Severity } from '../finding';
import type { RuleOptions } from './options';

/** A rule on prose: an ordinary retext plugin and what the preset needs to know of it. */
export interface ProseRule {
  /** As in findings, settings and `docs/rules/ID.md`. */
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: each plugin has options of its own; the preset only hands them on.
  readonly plugin: Plugin<[any?], Root>;
  /** Its severity unless the user sets another. */
  readonly severity: Severity | 'off';
  /** Whether it looks at all prose of a file, or at the statement alone. */
  readonly scope: 'prose' | 'statement';
  readonly title: string;
  /** What it finds, in one line. */
  readonly summary: string;
  /** What it can be told, by name. */
  readonly options?: RuleOptions;
}

/** What a rule says about a stretch of text: a `VFileMessage` has these as fields. */
export interface Advice {
  readonly url: string;
  /** What stands there. */
  readonly actual: string;
  /** What could stand there instead; `''` means that it may simply go. */
  readonly expected: string[];
  /** Why it matters, one short paragraph. */
  readonly note: string;
  /** The sharpening question. */
  readonly question: string;
  /** What the rest of the document may say that answers it; see `vagueness/facts.ts`. */
  readonly about?: readonly string[];
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** The sharpening question that a rule of Purpose asks. */
    question?: string;
    /** What the rest of the document may say that answers it. */
    about?: readonly string[];
  }
}
