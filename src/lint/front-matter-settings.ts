import type { PurposeDocument } from '../statement/document';
import { LineMap } from '../statement/position';
import type { FrontMatterProblem } from '../statement/purpose-file';
import { parseYaml } from '../statement/yaml-value';
import { readConfig } from './config';
import { problemRange } from './yaml-range';

/** What is wrong in the settings under `lint:` in front matter, each at its key or value. */
export function lintSettingsProblems({ frontMatter, head }: PurposeDocument): readonly FrontMatterProblem[] {
  if (frontMatter.data.lint === undefined) return [];
  const { problems } = readConfig(frontMatter.data.lint);
  if (problems.length === 0) return [];
  const base = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/.exec(head)?.[0].length ?? 0;
  const yaml = head.slice(base).replace(/---[ \t]*(?:\r\n|\r|\n|)$/, '');
  const document = parseYaml(yaml);
  const lines = new LineMap(head);
  return problems.map((problem) => {
    const { start, end } = problemRange(document, yaml, problem, ['lint']);
    return { message: problem.message, ...lines.range({ start: base + start, end: base + end }) };
  });
}
