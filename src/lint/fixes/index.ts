import type { TextEdit } from '../../text/text-edit';
import type { Finding } from '../finding';
import { ruleOf } from '../rules';
import { placeOf } from './place';
import { removalEdits } from './removal';
import { replacementEdits } from './replacement';

/** A change that answers a finding. Its edits count from the text that was linted and do not touch one another. */
export interface Fix {
  readonly kind: 'replace' | 'remove';
  /** What is there afterwards; `''` where it is removed. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/**
 * What a finding offers to do, the best first: its replacements in the case of what they replace, then to remove it.
 * Only what leaves a whole sentence of the same meaning is offered.
 * @param text the text that was linted
 */
export function fixesFor(finding: Finding, text: string): readonly Fix[] {
  // A line's end goes with what the next line begins with, such as the sign of a quote.
  if (finding.suggestions.length === 0 || /[\r\n]/.test(finding.text)) return [];
  const place = placeOf(finding, text);
  if (!place) return [];
  const fixes: Fix[] = [];
  for (const suggestion of finding.suggestions) {
    const found = suggestion === '' ? undefined : replacementEdits(place, suggestion);
    if (found) fixes.push({ kind: 'replace', ...found });
  }
  const removal = finding.suggestions.includes('') ? removalEdits(place) : undefined;
  if (removal) fixes.push({ kind: 'remove', text: '', edits: removal });
  return fixes;
}

/**
 * A blank in the place of a finding that nothing can answer but the writer: its question stands in it, as in a
 * template. `undefined` where a blank would break the text.
 */
export function blankFor(
  finding: Finding,
  text: string,
): { readonly text: string; readonly edits: readonly TextEdit[] } | undefined {
  const question = /^[^?]*\?/.exec(finding.question ?? '')?.[0].replace(/[{}\r\n]/g, ' ');
  if (!question || !ruleOf(finding.rule).traits.blank || /[\r\n]/.test(finding.text)) return undefined;
  const { start, end } = finding;
  // Inside a link, a code span or a word with a hyphen the blank would be part of something else.
  if (
    /[\p{L}\p{N}[(`-]$/u.test(text.slice(0, start.offset)) ||
    /^[\p{L}\p{N}\])`-]/u.test(text.slice(end.offset))
  )
    return undefined;
  const blank = `{{${question}}}`;
  return { text: blank, edits: [{ offset: start.offset, length: end.offset - start.offset, text: blank }] };
}

/** Whether the only answer to a finding cannot be wrong, so that it may be made without anybody looking. */
export function isSafe(finding: Finding, fixes: readonly Fix[]): boolean {
  return finding.safe === true && fixes.length === 1 && fixes[0]?.kind === 'replace';
}

/** Findings on a word before those on the sentence around it. */
export function narrowestFirst(findings: readonly Finding[]): readonly Finding[] {
  const length = ({ start, end }: Finding) => end.offset - start.offset;
  return [...findings].sort((a, b) => length(a) - length(b));
}

/** The edits of all safe fixes, in order; of two that touch, the first stays. */
export function safeEdits(findings: readonly Finding[], text: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let free = 0;
  for (const finding of findings) {
    if (!finding.safe) continue;
    const fixes = fixesFor(finding, text);
    const [fix] = fixes;
    if (!fix || !isSafe(finding, fixes) || fix.edits.some(({ offset }) => offset < free)) continue;
    edits.push(...fix.edits);
    free = Math.max(...fix.edits.map(({ offset, length }) => offset + length)) + 1;
  }
  return edits;
}
