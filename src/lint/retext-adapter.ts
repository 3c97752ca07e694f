import type { Root } from 'nlcst';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import type { Span } from '../statement/position';

/** A finding of a retext plugin. */
export interface PluginFinding extends Span {
  readonly actual: string;
  readonly expected: readonly string[];
  readonly reason: string;
}

/** Wraps a library's retext plugin as a function on a tree. Only this function reads its messages. */
export function adaptRetextPlugin(plugin: Plugin<[], Root>): (tree: Root) => readonly PluginFinding[] {
  const processor = unified().use(plugin).freeze();
  return (tree) => {
    const file = new VFile();
    withoutStacks(() => processor.runSync(tree, file));
    return file.messages.flatMap(({ place, actual = '', expected, reason }) => {
      const [start, end] = place && 'start' in place ? [place.start.offset, place.end.offset] : [];
      if (start === undefined || end === undefined) return [];
      return [{ start, end, actual, expected: expected ?? [], reason }];
    });
  };
}

/** Disables stack traces while it runs: a message is an Error, and its stack costs more than the rule. */
function withoutStacks(run: () => unknown): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
