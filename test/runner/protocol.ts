/** The reports of a test run, one line per message, marked so that they can be found in other output. */
export type RunMessage =
  /** A case or a hook begins. */
  | { event: 'at'; title: string }
  | { event: 'passed'; title: string; milliseconds: number }
  | { event: 'failed'; title: string; error: string }
  | { event: 'pending'; title: string }
  | { event: 'end' };

const mark = '@purpose-test ';

export function encode(message: RunMessage): string {
  // The editor's consoles alter control characters and cut at line ends, so the text is plain ASCII without spaces.
  return mark + encodeURIComponent(JSON.stringify(message));
}

/** The messages in a piece of output; most lines have none. */
export function decode(output: string): RunMessage[] {
  const found = output.matchAll(new RegExp(`${mark}([A-Za-z0-9%_.!~*'()-]+)`, 'g'));
  return [...found].map(([, text = '']) => JSON.parse(decodeURIComponent(text)));
}
