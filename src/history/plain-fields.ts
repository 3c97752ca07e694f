import { LETTERS } from '../text/letters';

/** A key, and a number, a time or an id, the comment of the last line, or plain words in YAML. */
const FIELD = new RegExp(
  `^([a-z]+): (?:((?:0|[1-9]\\d{0,9})(?:\\.\\d{1,9})?)|(\\d{4}-\\d\\d-\\d\\dT[\\d:.]*Z(?:-[\\w-]*)?|<!-- end \\w* -->|[${LETTERS}][${LETTERS}\\w.,'’()-]*(?: +[${LETTERS}\\w.,'’()-]+)*))$`,
  'u',
);
/** Words that YAML 1.2 does not read as text. */
const NO_TEXT = /^(?:true|false|null)$/i;

/**
 * Parses the simple subset of YAML in which nearly every record is written, about 50 times as fast as a full parser;
 * `undefined` if any line is outside the subset.
 */
export function plainFields(lines: readonly string[]): Record<string, string | number> | undefined {
  const fields: Record<string, string | number> = {};
  for (const line of lines) {
    const [, key = '', number, text = ''] = FIELD.exec(line) ?? [];
    if (key === '' || Object.hasOwn(fields, key) || NO_TEXT.test(text)) return undefined;
    fields[key] = number === undefined ? text : Number(number);
  }
  return lines.length > 0 ? fields : undefined;
}
