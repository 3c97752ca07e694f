import { type Finding, messageWithQuestion } from '../../lint/finding';
import { oneLine } from '../visible';
import type { Format } from './report';

const LEVEL = { info: 'notice', warning: 'warning', error: 'error' } as const;

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The fields of an annotation. */
type Noted = Pick<Finding, 'severity' | 'message' | 'question' | 'start' | 'end'> & { readonly rule: string };

/** The annotation for one finding. */
export function githubNote(path: string, { severity, rule, start, end, ...said }: Noted): string {
  const place = [
    `file=${property(path)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    // GitHub accepts columns only for a single line.
    ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
    `title=${property(`purpose: ${rule}`)}`,
  ];
  return `::${LEVEL[severity]} ${place.join(',')}::${data(oneLine(messageWithQuestion(said)))}`;
}

/** Workflow commands of GitHub Actions, shown as annotations in a pull request. */
export const github: Format = async function* (files, problems) {
  for await (const { path, result } of files)
    for (const finding of result.findings) yield `${githubNote(path, finding)}\n`;
  for (const { path, line, column, message } of [...problems().failures, ...problems().settings]) {
    const place = line === undefined ? '' : `,line=${line},col=${column}`;
    yield `::error file=${property(path)}${place}::${data(oneLine(message))}\n`;
  }
};
