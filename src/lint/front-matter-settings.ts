import { parseDocument } from 'yaml';
import type { PurposeDocument } from '../statement/document';
import { LineMap } from '../statement/position';
import type { FrontMatterProblem } from '../statement/purpose-file';
import { readConfig } from './config';

/** What is wrong in the settings under `lint:` in front matter, each at its key or value. */
export function lintSettingsProblems({ frontMatter, head }: PurposeDocument): readonly FrontMatterProblem[] {
  if (frontMatter.data.lint === undefined) return [];
  const { problems } = readConfig(frontMatter.data.lint);
  if (problems.length === 0) return [];
  const base = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/.exec(head)?.[0].length ?? 0;
  const yaml = head.slice(base).replace(/---[ \t]*(?:\r\n|\r|\n|)$/, '');
  const document = parseDocument(yaml);
  const lines = new LineMap(head);
  return problems.map(({ path, message }) => {
    const node = document.getIn(['lint', ...path], true) as { range?: readonly number[] } | undefined;
    const [start = 0, end = start] = node?.range ?? [];
    // A value over several lines is marked on its first.
    const length = /^[^\r\n]*/.exec(yaml.slice(start, end))?.[0].trimEnd().length ?? 0;
    return { message, ...lines.range({ start: base + start, end: base + start + Math.max(1, length) }) };
  });
}
