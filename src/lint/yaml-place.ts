/** The position of a cursor in YAML that is being typed and may therefore be invalid. */
interface YamlPlace {
  /** The keys above it, the outermost first. */
  readonly path: readonly string[];
  /** The key whose value is being typed; `undefined` where a key is. */
  readonly key: string | undefined;
  /** The typed part of the key or value. */
  readonly typed: string;
}

/**
 * The position at the end of the last line, determined by indentation only. `undefined` if neither a key nor a plain
 * value is possible, as in a comment.
 *
 * @param lines the lines of the YAML up to the cursor, the last one truncated there
 */
export function yamlPlace(lines: readonly string[]): YamlPlace | undefined {
  const line = lines.at(-1) ?? '';
  const [, indent = '', key, typed = ''] =
    /^([ ]*)([\w$-]+):[ \t]+\[?[ \t]*([^\s#[\]{},][^#[\]{},]*|)$/.exec(line) ??
    /^([ ]*)()([\w$-]*)$/.exec(line) ??
    [];
  if (key === undefined) return undefined;
  return { path: keysAbove(lines.slice(0, -1), indent.length), key: key === '' ? undefined : key, typed };
}

function keysAbove(lines: readonly string[], indent: number): string[] {
  const path: string[] = [];
  let level = indent;
  for (const line of [...lines].reverse()) {
    if (level === 0) break;
    const [, space = '', key] = /^([ ]*)([\w$-]+):[ \t]*(?:#.*)?$/.exec(line) ?? [];
    if (key === undefined || space.length >= level) continue;
    path.unshift(key);
    level = space.length;
  }
  return path;
}
