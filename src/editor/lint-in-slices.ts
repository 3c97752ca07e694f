import type { LintResult } from '../lint/lint-result';
import type { Linter } from '../lint/linter';
import type { PurposeDocument } from '../statement/document';

/** How long to work before others get their turn, in milliseconds. */
const SLICE = 12;

/**
 * Lints a document of any size without holding up the other extensions, which share this thread.
 * @param isOvertaken asked between slices: then nobody wants the result any more, and it is `undefined`
 */
export async function lintInSlices(
  linter: Linter,
  document: PurposeDocument,
  isOvertaken: () => boolean = () => false,
): Promise<LintResult | undefined> {
  const steps = linter.steps(document);
  let until = Date.now() + SLICE;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (Date.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (isOvertaken()) return undefined;
    until = Date.now() + SLICE;
  }
}
