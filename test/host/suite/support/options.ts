/** The harness's parameters for the suite, put before its code as `globalThis.purposeSuite`. */
export interface SuiteOptions {
  host: 'node' | 'web';
  /** Only cases whose full title matches this regular expression. */
  grep?: string;
}

/** The limit of a single case in milliseconds: about ten times what the slowest needs on a quiet machine. */
export const caseLimit = 100_000;

export function suiteOptions(): SuiteOptions {
  return (globalThis as unknown as { purposeSuite: SuiteOptions }).purposeSuite;
}

/** `it` for cases that apply to one kind of host only; in the other they are reported as pending, with the reason. */
export function onlyIn(host: SuiteOptions['host'], title: string, run: Mocha.AsyncFunc): void {
  const where = host === 'node' ? 'the Node extension host' : 'the web worker extension host';
  if (suiteOptions().host === host) it(title, run);
  else it.skip(`${title} (only in ${where})`, run);
}
