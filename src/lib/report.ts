import type { VFile } from 'vfile';
import { checkConfig } from '../lint/check-config';
import type { PlacedDraft, Severity } from '../lint/finding';
import { ruleUrl } from '../lint/rule-url';

/** A message of these plugins, with the sharpening question. */
export type PurposeMessage = VFile['messages'][number] & { readonly question?: string };

/** The content of a plugin's message, for any rule. */
export interface Reported extends Omit<PlacedDraft, 'suggestions'> {
  readonly rule: string;
  readonly severity: Severity | 'off';
  /** The exact text in the file. */
  readonly text: string;
  readonly suggestions?: readonly string[] | undefined;
}

/** unified's severities: true fails a build, false is a warning, `undefined` is information. */
const FATAL: Readonly<Record<Severity | 'off', boolean | undefined>> = {
  error: true,
  warning: false,
  info: undefined,
  off: undefined,
};

/** Adds a message with all fields that editors and reporters of the unified ecosystem read. */
export function report(file: VFile, reported: Reported): void {
  const { rule, severity, start, end, message, question, note, text, suggestions = [] } = reported;
  // Both vfile 5 (unified 10) and vfile 6 accept position, rule and source in this form.
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
 * Validates settings, and throws the first problem.
 * @param of the plugin with these settings, such as `remarkPurpose`
 * @throws {Error} with a one-sentence message
 */
export function checkedConfig(of: string, settings: unknown): ReturnType<typeof checkConfig>['layer'] {
  const { layer, problems } = checkConfig(settings);
  const [problem] = problems;
  if (!problem) return layer;
  const at = problem.path.length > 0 ? `, ${problem.path.join('.')}` : '';
  throw new Error(`The settings of ${of}${at}: ${problem.message}`);
}
