import type { TextEdit } from '../statement/text-edit';
import type { Finding } from './finding';
import { removalEdits } from './removal';
import { ruleOf } from './rules';
import { articleEdit, likeCase } from './wording';

/** A change that answers a finding. Its edits count from the text that was linted and do not touch one another. */
export interface Fix {
  readonly kind: 'replace' | 'remove';
  /** What stands there afterwards; `''` where it is removed. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/**
 * What a finding offers to do, the best first: its replacements in the case that stands there, then to remove it, where
 * the sentence holds without it.
 *
 * @param text the text that was linted
 */
export function fixesFor(finding: Finding, text: string): readonly Fix[] {
  const { start, end } = finding;
  const fixes: Fix[] = [];
  for (const suggestion of finding.suggestions) {
    if (suggestion === '') continue;
    const replacement = likeCase(finding.text, suggestion);
    const article = articleEdit(text, start.offset, replacement);
    fixes.push({
      kind: 'replace',
      text: replacement,
      edits: [
        ...(article ? [article] : []),
        { offset: start.offset, length: end.offset - start.offset, text: replacement },
      ],
    });
  }
  if (finding.suggestions.includes('')) {
    const edits = removalEdits(finding, text);
    if (edits) fixes.push({ kind: 'remove', text: '', edits });
  }
  return fixes;
}

/** Whether the only answer to a finding leaves the meaning as it is, so that it may be given on saving, unseen. */
export function isSafe({ rule, suggestions }: Finding): boolean {
  return ruleOf(rule).traits.safeFix === true && suggestions.length === 1 && suggestions[0] !== '';
}

/** Findings on a word before those on the sentence around it. */
export function narrowestFirst(findings: readonly Finding[]): readonly Finding[] {
  const length = ({ start, end }: Finding) => end.offset - start.offset;
  return [...findings].sort((a, b) => length(a) - length(b));
}

/** The edits of those findings that have one answer only, in order; of two that touch, the first stays. */
export function fixAll(findings: readonly Finding[], text: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let free = 0;
  for (const finding of findings) {
    const [fix, other] = fixesFor(finding, text);
    if (!fix || other || fix.edits.some(({ offset }) => offset < free)) continue;
    edits.push(...fix.edits);
    free = Math.max(...fix.edits.map(({ offset, length }) => offset + length)) + 1;
  }
  return edits;
}
