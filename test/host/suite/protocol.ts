/** What the harness tells the suite: put before its code as `globalThis.purposeSuite`. */
export interface SuiteOptions {
  host: 'node' | 'web';
  /** Only cases whose full title matches this regular expression. */
  grep?: string;
}

/** What the suite tells the harness, one line a message, marked so that it is found among whatever the editor prints. */
export type SuiteMessage =
  | { event: 'passed'; title: string; milliseconds: number }
  | { event: 'failed'; title: string; error: string }
  | { event: 'pending'; title: string }
  | { event: 'end'; passed: number; failed: number; pending: number };

const mark = '@purpose-suite ';

export function encode(message: SuiteMessage): string {
  // Control characters are escaped by JSON; all else that a console could alter is kept out of its sight.
  return mark + encodeURIComponent(JSON.stringify(message));
}

/** The messages in a piece of console output; none in most lines. */
export function decode(output: string): SuiteMessage[] {
  const found = output.matchAll(new RegExp(`${mark}([A-Za-z0-9%_.!~*'()-]+)`, 'g'));
  return [...found].map(([, text = '']) => JSON.parse(decodeURIComponent(text)));
}
