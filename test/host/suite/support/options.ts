import type { SuiteOptions } from '../protocol';

/** The longest a single case may take, in milliseconds. */
export const caseLimit = 60_000;

export function suiteOptions(): SuiteOptions {
  return (globalThis as unknown as { purposeSuite: SuiteOptions }).purposeSuite;
}

/** `it` for cases that make sense in one kind of host only; in the other they are reported as pending, with the reason. */
export function onlyIn(host: SuiteOptions['host'], title: string, run: Mocha.AsyncFunc): void {
  const where = host === 'node' ? 'the Node extension host' : 'the web worker extension host';
  if (suiteOptions().host === host) it(title, run);
  else it.skip(`${title} (only in ${where})`, run);
}
