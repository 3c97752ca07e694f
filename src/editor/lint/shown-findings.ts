import type { BlockFindings } from '../../lint/block-findings';
import type { Finding, Related } from '../../lint/finding';
import type { BlockFinding } from '../../lint/finding-content';
import type { LintResult } from '../../lint/lint-result';
import type { TextEdit } from '../../text/text-edit';
import { type Mark, moved, type QuietSpan, quieted } from './quiet-typing';

/** The shown findings of a block at a position; reused as long as the block has the same findings. */
interface ShownBlock<Shown> {
  readonly line: number;
  readonly column: number;
  readonly related: BlockFindings['related'];
  readonly shown: readonly Shown[];
}

/**
 * The diagnostics (or other objects) of one document's findings. A keystroke recreates only those of the edited block,
 * regardless of the size of the file.
 */
export class ShownFindings<Shown> {
  #blocks: ReadonlyMap<readonly BlockFinding[], ShownBlock<Shown>> = new Map();
  #marks: readonly Mark[] = [];
  #all: readonly Shown[] = [];
  #holding = false;

  constructor(readonly make: (finding: Finding) => Shown) {}

  get all(): readonly Shown[] {
    return this.#all;
  }

  /** Whether a finding is held back until the writer has finished. */
  get holding(): boolean {
    return this.#holding;
  }

  /** Shifts the shown findings after an edit, so that they are recognised. */
  edited(edit: TextEdit): void {
    this.#marks = moved(this.#marks, edit);
  }

  /** Shows a new result, except for unfinished text at the cursors; see {@link quieted}. */
  show(result: LintResult, atCarets: readonly QuietSpan[]): void {
    const blocks = new Map<readonly BlockFinding[], ShownBlock<Shown>>();
    const marks: Mark[] = [];
    const all: Shown[] = [];
    let holding = false;
    const addQuieted = (findings: readonly Finding[]) => {
      const finished = quieted(findings, this.#marks, atCarets);
      holding ||= finished.length < findings.length;
      for (const finding of finished) {
        marks.push({ rule: finding.rule, start: finding.start.offset });
        all.push(this.make(finding));
      }
    };
    addQuieted(result.fileFindings);
    for (const inBlock of result.blockFindings) {
      const { found, placed } = inBlock;
      if (found.length === 0) continue;
      if (inBlock.touchesAny(atCarets)) {
        addQuieted(inBlock.findings);
        continue;
      }
      const { line, column, offset } = placed;
      const before = this.#blocks.get(found);
      const block =
        before?.line === line && before.column === column && haveSamePlaces(before.related, inBlock.related)
          ? before
          : { line, column, related: inBlock.related, shown: inBlock.findings.map(this.make) };
      blocks.set(found, block);
      for (const { content, start } of found) marks.push({ rule: content.rule, start: offset + start });
      for (const one of block.shown) all.push(one);
    }
    this.#blocks = blocks;
    this.#marks = marks;
    this.#all = all;
    this.#holding = holding;
  }
}

/** Whether the related places of some findings are at the same lines and columns as before. */
function haveSamePlaces(some: BlockFindings['related'], others: BlockFindings['related']): boolean {
  return some.every((places, finding) => {
    const now = others[finding] ?? [];
    return places.length === now.length && places.every((place, at) => isSamePlace(place, now[at]));
  });
}

function isSamePlace(one: Related, other: Related | undefined): boolean {
  return (
    one.message === other?.message &&
    one.start.line === other.start.line &&
    one.start.column === other.start.column &&
    one.end.line === other.end.line &&
    one.end.column === other.end.column
  );
}
