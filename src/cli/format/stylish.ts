import { createColors } from 'picocolors';
import type { Finding } from '../../lint/finding';
import { STATEMENT_MARKER } from '../../statement/find/marker';
import { plural } from '../../text/plural';
import { oneLine } from '../visible';
import type { Format } from './report';

const LEVELS = { info: 'cyan', warning: 'yellow', error: 'red' } as const;

/** The fields of a printed finding. */
type Shown = Pick<Finding, 'severity' | 'message' | 'question' | 'start'> & { readonly rule: string };

/** The lines of one finding: position and message, and its question below. */
export function stylishFinding(
  { start, severity, message, question, rule }: Shown,
  color: boolean,
): string[] {
  const paint = createColors(color);
  const place = paint.dim(`${start.line}:${start.column}`.padEnd(7));
  const level = paint[LEVELS[severity]](severity.padEnd(7));
  const line = `  ${place} ${level} ${oneLine(message)}  ${paint.dim(rule)}`;
  return question ? [line, `  ${' '.repeat(15)} ${oneLine(question)}`] : [line];
}

/** For people: a paragraph per file, a line per finding with its question below, the figures of the statement. */
export const stylish: Format = async function* (files, problems, { color }) {
  const paint = createColors(color);
  let [total, fileCount] = [0, 0];
  for await (const { path, result } of files) {
    const out: string[] = [];
    fileCount++;
    const { findings, figures, statement, language } = result;
    total += findings.length;
    out.push(paint.underline(oneLine(path)));
    if (statement) {
      const { words, sentences, grade, vaguePer100 } = figures;
      out.push(
        paint.dim(
          `  ${plural(words, 'word')}, ${plural(sentences, 'sentence')}${language.english ? `, reading grade ${grade}, vague words per 100: ${vaguePer100}` : ''}`,
        ),
      );
    }
    if (statement?.by === 'position')
      out.push(
        paint.dim(
          `  Line ${statement.start.line} is taken for the statement by its place alone. Put <!-- ${STATEMENT_MARKER} --> above the one that is.`,
        ),
      );
    if (!language.english)
      out.push(paint.dim(`  Statement in ${oneLine(language.lang)}: only its structure is checked.`));
    for (const finding of findings) out.push(...stylishFinding(finding, color));
    if (findings.length === 0) out.push(paint.green('  Nothing to ask.'));
    yield `${out.join('\n')}\n\n`;
  }
  if (fileCount > 0) yield `${plural(total, 'finding')} in ${plural(fileCount, 'file')}\n`;
  const { failures } = problems();
  if (failures.length > 0) yield `${plural(failures.length, 'file')} could not be read\n`;
};
