import { LineCounter, parseDocument } from 'yaml';
import { type FileAccess, FileError } from '../files/file-access';
import { dirname, join } from '../files/paths';
import { readText } from '../files/read-text';
import { type ConfigLayer, readConfig } from './config';

/** The names of a settings file, the first found in a folder counts. */
export const CONFIG_NAMES = ['.purposerc.json', '.purposerc.yml', '.purposerc.yaml'] as const;

/** Something wrong in a settings file; line and column from 1. */
export interface ConfigFileProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface ConfigFile {
  readonly path: string;
  readonly layer: ConfigLayer;
  readonly problems: readonly ConfigFileProblem[];
  /** Nothing in the file could be used; otherwise all but what `problems` name is. */
  readonly unusable?: boolean;
}

/** Reads the text of a settings file. JSON is YAML, too, so one reader serves both and knows its lines. */
export function parseConfigFile(path: string, text: string): ConfigFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string): ConfigFileProblem => {
    const { line, col } = lines.linePos(offset);
    return { path, line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const [error] = document.errors;
  if (error) {
    const { layer } = readConfig(undefined);
    return {
      path,
      layer,
      unusable: true,
      problems: [at(error.pos[0], `This is not valid: ${error.message.replace(/\s+/g, ' ')}`)],
    };
  }
  const { layer, problems } = readConfig(document.toJS());
  return {
    path,
    layer,
    ...(problems.some(({ path: keys }) => keys.length === 0) ? { unusable: true } : {}),
    problems: problems.map(({ path: keys, message }) => {
      const node = (keys.length > 0 ? document.getIn(keys, true) : document.contents) as {
        range?: number[];
      } | null;
      return at(node?.range?.[0] ?? 0, message);
    }),
  };
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
      const found = await files.stat(path).catch(() => undefined);
      if (found?.type === 'file') return readConfigFile(files, path);
    }
    if (at === top || dirname(at) === at) return undefined;
  }
}

/** Reads one settings file; see {@link parseConfigFile}. */
export async function readConfigFile(files: FileAccess, path: string): Promise<ConfigFile> {
  try {
    return parseConfigFile(path, await readText(files, path));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const message = error.message.slice(path.length + 2);
    return {
      path,
      layer: readConfig(undefined).layer,
      unusable: true,
      problems: [{ path, line: 1, column: 1, message }],
    };
  }
}
