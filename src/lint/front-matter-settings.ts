import type { PurposeDocument } from '../statement/document';
import { LineMap } from '../statement/position';
import type { FrontMatterProblem } from '../statement/purpose-file';
import { parseYaml } from '../statement/yaml-value';
import { frontMatterFences } from '../text/front-matter-fences';
import { checkConfig } from './check-config';
import { problemRange } from './yaml-range';

/** The problems in the settings under `lint:` in front matter, each at its key or value. */
export function lintSettingsProblems({ frontMatter, head }: PurposeDocument): readonly FrontMatterProblem[] {
  if (frontMatter.data.lint === undefined) return [];
  const { problems } = checkConfig(frontMatter.data.lint);
  if (problems.length === 0) return [];
  const { start: base, end } = frontMatterFences(head)?.body ?? { start: 0, end: 0 };
  const yaml = head.slice(base, end);
  const document = parseYaml(yaml);
  const lines = new LineMap(head);
  return problems.map((problem) => {
    const span = problemRange(document, yaml, problem, ['lint']);
    return { message: problem.message, ...lines.range({ start: base + span.start, end: base + span.end }) };
  });
}
