import { type Document, isMap, isScalar } from 'yaml';
import type { ConfigProblem } from './config';

/**
 * The range of the setting that a problem is about, as offsets into the YAML; the start of the document if unknown, as
 * in a merge. A value of several lines is marked on its first line.
 * @param above the keys that lead to the settings
 */
export function problemRange(
  document: Document,
  yaml: string,
  { path, key }: Pick<ConfigProblem, 'path' | 'key'>,
  above: readonly string[] = [],
): { readonly start: number; readonly end: number } {
  const whole = [...above, ...path];
  const node = (
    whole.length === 0 ? document.contents : key ? keyNode(document, whole) : document.getIn(whole, true)
  ) as { range?: readonly number[] | null } | null | undefined;
  const [start = 0, end = start] = node?.range ?? [];
  const length = /^[^\r\n]*/.exec(yaml.slice(start, end))?.[0].trimEnd().length ?? 0;
  return { start, end: start + Math.max(1, length) };
}

function keyNode(document: Document, path: readonly (string | number)[]): unknown {
  const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const name = String(path.at(-1));
  return isMap(map)
    ? map.items.find(({ key }) => isScalar(key) && String(key.value) === name)?.key
    : undefined;
}
