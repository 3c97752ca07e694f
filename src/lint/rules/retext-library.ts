import type { Root } from 'nlcst';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import type { Span } from '../../statement/position';

/** What a retext plugin of a library has found. */
export interface LibraryFinding extends Span {
  readonly actual: string;
  readonly expected: readonly string[];
  readonly reason: string;
}

/** Makes a function that runs a library's retext plugin over a tree. Its messages are read here and nowhere else. */
export function retextLibrary(plugin: Plugin<[], Root>): (tree: Root) => readonly LibraryFinding[] {
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

/** A message is an Error: the stack that comes with each costs more than the rule. */
function withoutStacks(run: () => unknown): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
