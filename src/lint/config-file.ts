import { LineCounter } from 'yaml';
import { type FileAccess, FileError } from '../files/file-access';
import { basename, dirname, join } from '../files/paths';
import { readText } from '../files/read-text';
import { yamlErrorText } from '../statement/yaml-error';
import { parseYaml, yamlValue } from '../statement/yaml-value';
import { checkConfig, checkFileConfig } from './check-config';
import type { ConfigLayer } from './config';
import { withoutJsonComments } from './json-comments';
import { problemRange } from './yaml-range';

/** The names of a settings file, in order of precedence within a folder. */
export const CONFIG_NAMES = ['.purposerc.json', '.purposerc.yml', '.purposerc.yaml'] as const;

/** A problem in a settings file, on one line; line and columns from 1. */
export interface ConfigFileProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly message: string;
}

export interface ConfigFile {
  readonly path: string;
  readonly layer: ConfigLayer;
  /** The adopted files: paths of the same form as `path`. */
  readonly files: readonly string[];
  readonly problems: readonly ConfigFileProblem[];
  /** Whether the file or a level in it cannot be read, so that a check without it would be a different one. */
  readonly unusable?: boolean;
}

/** Parses a settings file. JSON is also YAML, so one parser serves both and provides positions. */
export function parseConfigFile(path: string, text: string): ConfigFile {
  const lines = new LineCounter();
  const yaml = path.endsWith('.json') ? withoutJsonComments(text) : text;
  const document = parseYaml(yaml, { lineCounter: lines, prettyErrors: false, merge: true });
  const at = (start: number, end: number, message: string): ConfigFileProblem => {
    const { line, col } = lines.linePos(start);
    const column = Math.max(1, col);
    return { path, line: Math.max(1, line), column, endColumn: column + end - start, message };
  };
  const [error] = document.errors;
  if (error) {
    const [start] = error.pos;
    return unusable(
      path,
      at(start, start + 1, yamlErrorText(error, path.endsWith('.json') ? 'JSON' : 'YAML')),
    );
  }
  const read = yamlValue(document);
  if ('problem' in read) {
    const { start, end, message } = read.problem;
    return unusable(path, at(start, end, message));
  }
  const { layer, files, problems } = checkFileConfig(read.value);
  return {
    path,
    layer,
    files: files.map((file) => join(dirname(path), file)),
    ...(problems.some(({ path: keys, breaks }) => breaks || keys.length === 0) ? { unusable: true } : {}),
    problems: problems.map((problem) => {
      const { start, end } = problemRange(document, yaml, problem);
      return at(start, end, problem.message);
    }),
  };
}

function unusable(path: string, problem: ConfigFileProblem): ConfigFile {
  return { path, layer: checkConfig(undefined).layer, files: [], unusable: true, problems: [problem] };
}

/**
 * The settings file for a folder: the nearest upwards; `undefined` if there is none.
 * An unreadable file has a problem and no settings.
 * @param top the last folder to search; by default all the way up
 */
export async function findConfigFile(
  files: FileAccess,
  folder: string,
  top?: string,
): Promise<ConfigFile | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    for (const name of CONFIG_NAMES) {
      const path = join(at, name);
      if (await isThere(files, path)) return withOthers(files, await readConfigFile(files, path));
    }
    if (at === top || dirname(at) === at) return undefined;
  }
}

/** Adds a problem if the folder has a second settings file, which would otherwise be ignored silently. */
async function withOthers(files: FileAccess, found: ConfigFile): Promise<ConfigFile> {
  const name = basename(found.path);
  const behind = CONFIG_NAMES.slice(CONFIG_NAMES.indexOf(name as (typeof CONFIG_NAMES)[number]) + 1);
  const others = behind.map((other) => join(dirname(found.path), other));
  const there = await Promise.all(others.map((path) => isFile(files, path)));
  const message = `This file is not read, for \`${name}\` beside it counts: bring the two together in one.`;
  const unread = others
    .filter((_, index) => there[index])
    .map((path) => ({ path, line: 1, column: 1, endColumn: 2, message }));
  return unread.length === 0 ? found : { ...found, problems: [...found.problems, ...unread] };
}

/** Whether a path exists, even as a folder, a device or a broken link: settings must not be lost silently. */
function isThere(files: FileAccess, path: string): Promise<boolean> {
  return files.stat(path).then(
    (found) => found !== undefined,
    (error: unknown) => error instanceof FileError && error.code === 'not-a-file',
  );
}

async function isFile(files: FileAccess, path: string): Promise<boolean> {
  return (await files.stat(path).catch(() => undefined))?.type === 'file';
}

/** Reads one settings file; see {@link parseConfigFile}. */
export async function readConfigFile(files: FileAccess, path: string): Promise<ConfigFile> {
  try {
    return parseConfigFile(path, await readText(files, path));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const name = `${basename(path)}: `;
    const message = error.message.slice(Math.max(0, error.message.indexOf(name)) + name.length);
    return unusable(path, { path, line: 1, column: 1, endColumn: 2, message });
  }
}
