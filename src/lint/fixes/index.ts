import { startsWithLetter } from '../../text/letters';
import type { TextEdit } from '../../text/text-edit';
import type { Finding } from '../finding';
import type { LintResult } from '../lint-result';
import { ruleOf } from '../rules';
import { isPlain, passageAround } from './passage';
import { placeOf } from './place';
import { removalEdits } from './removal';
import { replacementEdits } from './replacement';

/** An edit that resolves a finding. Its edits refer to the linted text and do not overlap. */
export interface Fix {
  readonly kind: 'replace' | 'remove';
  /** The new text; `''` for a removal. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/**
 * The fixes of a finding, the best first: replacements in the case of the original, then removal. Only fixes that leave
 * a complete sentence with the same meaning are included.
 * @param text the linted text
 */
export function fixesFor(finding: Finding, text: string): readonly Fix[] {
  // A line break would also delete what the next line begins with, such as a quote mark.
  if (finding.suggestions.length === 0 || !isPlain(finding.text)) return [];
  const place = placeOf(finding, text);
  if (!place) return [];
  const fixes: Fix[] = [];
  for (const suggestion of finding.suggestions) {
    const found = suggestion === '' ? undefined : replacementEdits(place, suggestion);
    if (found) fixes.push({ kind: 'replace', ...found });
  }
  const removal = finding.suggestions.includes('') ? removalEdits(place) : undefined;
  if (removal) fixes.push({ kind: 'remove', text: '', edits: removal });
  const passage = passageAround(finding, text);
  return fixes.filter(({ edits }) => passage.allows(edits));
}

/** A text with a blank, and the edits that put it into the linted text. */
export interface Blank {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/**
 * A blank with the finding's question, as in a template, for a finding that only the writer can resolve. `undefined` if
 * a blank would break the text.
 * @param within the finding's result, for a blank at the end of the statement
 */
export function blankFor(
  finding: Finding,
  text: string,
  within?: Pick<LintResult, 'statement' | 'anatomy'>,
): Blank | undefined {
  const { append } = ruleOf(finding.rule).traits;
  if (append !== undefined) return within && appended(append, text, within);
  const question = /^[^?]*\?/.exec(finding.question ?? '')?.[0].replace(/[{}\r\n]/g, ' ');
  if (!question || !ruleOf(finding.rule).traits.blank) return undefined;
  const { start, end } = finding;
  // Inside a link, a code span or a hyphenated word, the blank would become part of something else.
  const [before, after] = [text.charAt(start.offset - 1), text.charAt(end.offset)];
  if (startsWithLetter(before) || startsWithLetter(after) || /[[(`-]/.test(before) || /[\])`-]/.test(after))
    return undefined;
  const blank = `{{${question}}}`;
  const edits = [{ offset: start.offset, length: end.offset - start.offset, text: blank }];
  return passageAround(finding, text).allows(edits) ? { text: blank, edits } : undefined;
}

/** The words at the end of a statement of one sentence. After a change ("so that …"), they would be part of it. */
function appended(
  words: string,
  text: string,
  { statement, anatomy }: Pick<LintResult, 'statement' | 'anatomy'>,
): Blank | undefined {
  if (!statement || anatomy.change) return undefined;
  const { start, end } = statement;
  const body = text.slice(start.offset, end.offset);
  const isOneSentence = !/[.!?:;…]\s|^\s*(?:[-*+]|\d+[.)])\s/mu.test(body);
  const stop = body.endsWith('.') ? '.' : '';
  const last = body.at(-1 - stop.length) ?? '';
  if (!isOneSentence || !(last === ')' || startsWithLetter(last))) return undefined;
  return { text: words, edits: [{ offset: end.offset - stop.length, length: 0, text: ` ${words}` }] };
}

/** Whether the only fix of a finding is always correct, so that it may be applied without review. */
export function isSafe(finding: Finding, fixes: readonly Fix[]): boolean {
  return finding.safe === true && fixes.length === 1 && fixes[0]?.kind === 'replace';
}

/** Findings on a word before those on the sentence around it. */
export function narrowestFirst(findings: readonly Finding[]): readonly Finding[] {
  const length = ({ start, end }: Finding) => end.offset - start.offset;
  return [...findings].sort((a, b) => length(a) - length(b));
}

/** The edits of all safe fixes, in order; of two that overlap, the first wins. */
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
