import { LineCounter } from 'yaml';
import { type FileAccess, FileError } from '../files/file-access';
import { basename, dirname, join } from '../files/paths';
import { readText } from '../files/read-text';
import { parseYaml, yamlValue } from '../statement/yaml-value';
import { type ConfigLayer, readConfig, readFileConfig } from './config';
import { withoutJsonComments } from './json-comments';
import { problemRange } from './yaml-range';

/** The names of a settings file, the first found in a folder counts. */
export const CONFIG_NAMES = ['.purposerc.json', '.purposerc.yml', '.purposerc.yaml'] as const;

/** Something wrong in a settings file, on one line; line and columns from 1. */
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
  /** The files of other names that it makes purpose files: paths like its own. */
  readonly files: readonly string[];
  readonly problems: readonly ConfigFileProblem[];
  /** A check with these settings would not be the one that was asked for: the file or a level in it cannot be read. */
  readonly unusable?: boolean;
}

/** Reads the text of a settings file. JSON is YAML, too, so one reader serves both and knows its lines. */
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
    const message = `This is not valid: ${error.message.replace(/\s+/g, ' ')}`;
    return unusable(path, at(start, start + 1, message));
  }
  const read = yamlValue(document);
  if ('problem' in read) {
    const { start, end, message } = read.problem;
    return unusable(path, at(start, end, message));
  }
  const { layer, files, problems } = readFileConfig(read.value);
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
  return { path, layer: readConfig(undefined).layer, files: [], unusable: true, problems: [problem] };
}

/**
 * The settings file for files in a folder: the nearest upwards. `undefined` where there is none.
 * A file that cannot be read has a problem and no settings.
 * @param top the last folder to look in; without it, all the way up
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

/** Says so where a second settings file lies beside the one that counts: its settings would be missed in silence. */
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

/** Whether there is anything, be it a folder, a device or a link that leads nowhere: settings are not lost silently. */
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
