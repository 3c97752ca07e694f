import { createColors } from 'picocolors';
import type { Severity } from '../../lint/finding';
import { plural } from '../../text/plural';
import { oneLine } from '../visible';
import type { Format } from './report';

/** For people: a paragraph a file, a line a finding with its question below, the figures of the statement. */
export const stylish: Format = async function* (files, problems, { color }) {
  const paint = createColors(color);
  const levels: Record<Severity, (text: string) => string> = {
    info: paint.cyan,
    warning: paint.yellow,
    error: paint.red,
  };
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
    if (!language.english)
      out.push(paint.dim(`  In ${oneLine(language.lang)}: only the structure is looked at.`));
    for (const { start, severity, message, question, rule } of findings) {
      const place = `${start.line}:${start.column}`;
      out.push(
        `  ${paint.dim(place.padEnd(7))} ${levels[severity](severity.padEnd(7))} ${oneLine(message)}  ${paint.dim(rule)}`,
      );
      if (question) out.push(`  ${' '.repeat(15)} ${oneLine(question)}`);
    }
    if (findings.length === 0) out.push(paint.green('  Nothing to ask.'));
    yield `${out.join('\n')}\n\n`;
  }
  if (fileCount > 0) yield `${plural(total, 'finding')} in ${plural(fileCount, 'file')}\n`;
  const { failures } = problems();
  if (failures.length > 0) yield `${plural(failures.length, 'file')} could not be read\n`;
};
