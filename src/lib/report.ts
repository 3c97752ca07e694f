import type { VFile } from 'vfile';
import { readConfig } from '../lint/config';
import type { PlacedDraft, Severity } from '../lint/finding';
import { ruleUrl } from '../lint/rule-url';

/** A message as these plugins give it: with the sharpening question. */
export type PurposeMessage = VFile['messages'][number] & { readonly question?: string };

/** What a message of a plugin says, whichever rule it comes from. */
export interface Reported extends Omit<PlacedDraft, 'suggestions'> {
  readonly rule: string;
  readonly severity: Severity | 'off';
  /** The file's slice that it is about. */
  readonly text: string;
  readonly suggestions?: readonly string[] | undefined;
}

/** unified's weights: true fails a build, false is a warning, `undefined` is information. */
const FATAL: Readonly<Record<Severity | 'off', boolean | undefined>> = {
  error: true,
  warning: false,
  info: undefined,
  off: undefined,
};

/** Adds a message with all fields that editors and reporters of the unified ecosystem read. */
export function report(file: VFile, reported: Reported): void {
  const { rule, severity, start, end, message, question, note, text, suggestions = [] } = reported;
  // In this form vfile 5 (unified 10) and vfile 6 both take the place, the rule and the source.
  const said = file.message(message, { start, end }, `purpose:${rule}`);
  Object.assign(said, {
    fatal: FATAL[severity],
    url: ruleUrl(rule),
    actual: text,
    expected: [...suggestions],
    ...(note && { note }),
    ...(question && { question }),
  });
}

/**
 * The first thing wrong with settings, thrown as an error.
 * @param of whose settings they are, as in `remarkPurpose`
 * @throws {Error} in one sentence
 */
export function checkedConfig(of: string, settings: unknown): ReturnType<typeof readConfig>['layer'] {
  const { layer, problems } = readConfig(settings);
  const [problem] = problems;
  if (!problem) return layer;
  const at = problem.path.length > 0 ? `, ${problem.path.join('.')}` : '';
  throw new Error(`The settings of ${of}${at}: ${problem.message}`);
}
