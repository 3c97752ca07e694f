import { runYielding, yielder } from '../async/yielding';
import { fold } from '../text/fold';
import { type Change, classifyChange } from './change';
import type { Figures, FiguresOf } from './record';
import type { StatementCommit } from './statement-commits';
import { plainOf, type StatementText } from './statement-of';
import { type TimelineInput, timelineSteps } from './timeline';
import type { TimelineEntry } from './timeline-entry';

/** Repeatedly merges the timeline of one purpose: memoises figures and changes, and yields to the event loop. */
export class TimelineCache {
  /** By the text before, then by the text after. */
  readonly #changes = new Map<string, Map<string, Change>>();
  readonly #figures = new Map<string, Figures>();
  readonly #plain = new Map<string, string>();
  readonly #remembering;

  constructor(figuresOf: FiguresOf) {
    this.#remembering = {
      figuresOf: (statement: string) => remember(this.#figures, statement, figuresOf),
      plainOf: (markdown: string) => remember(this.#plain, markdown, plainOf),
      changeOf: (before: string, after: string) => {
        const changes = remember(this.#changes, before, () => new Map<string, Change>());
        return remember(changes, after, () => classifyChange(before, after));
      },
    };
  }

  /** The plain text of a record's Markdown. */
  plainOf(markdown: string): string {
    return this.#remembering.plainOf(markdown);
  }

  /** Precomputes what {@link merge} needs, in steps that can be aborted. */
  async prepare(commits: readonly StatementCommit[], signal?: AbortSignal): Promise<void> {
    const yieldIfDue = yielder(signal);
    for (const { statement, before = '' } of commits) {
      const now = fold(statement?.plain ?? '');
      this.#learn(statement);
      this.#remembering.figuresOf(now);
      this.#remembering.changeOf(before, now);
      await yieldIfDue();
    }
  }

  /** All entries, newest first. */
  merge(input: Omit<TimelineInput, 'figuresOf' | 'plainOf' | 'changeOf'>): Promise<TimelineEntry[]> {
    this.#learn(input.working?.statement);
    return runYielding(timelineSteps({ ...input, ...this.#remembering }));
  }

  /** Uses the plain text of a statement in the file for records of the same wording. */
  #learn(statement: StatementText | undefined): void {
    if (statement) this.#plain.set(statement.markdown, fold(statement.plain));
  }
}

function remember<T>(known: Map<string, T>, key: string, find: (key: string) => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find(key);
  known.set(key, found);
  return found;
}
