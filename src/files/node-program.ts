import { access, constants, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

const found = new Map<string, Promise<string | undefined>>();

/**
 * The absolute path of a program, searched only in the absolute folders of PATH; `undefined` if none has it. Otherwise
 * Windows, and an empty or relative part of PATH, would start a program of the folder that is being linted, and so
 * would the `node_modules/.bin` folders that npm prepends.
 */
export function findProgram(name: string, env: Env = process.env): Promise<string | undefined> {
  const path = pathOf(env);
  const key = `${name}\0${path}`;
  const known = found.get(key) ?? find(name, path);
  found.set(key, known);
  return known;
}

/**
 * The environment with only the absolute folders of PATH, without `node_modules/.bin`: for a shell, which searches
 * programs by itself.
 */
export function safePath(env: Env): Env {
  const path = foldersOf(pathOf(env)).join(delimiter);
  const others = Object.entries(env).filter(([name]) => name.toUpperCase() !== 'PATH');
  return { ...Object.fromEntries(others), PATH: path };
}

/** The folders of a PATH in which programs are searched. */
function foldersOf(path: string): readonly string[] {
  return path
    .split(delimiter)
    .map((part) => part.replace(/^"(.*)"$/, '$1'))
    .filter((folder) => isAbsolute(folder) && !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder));
}

/** Windows spells the variable `Path`, and a copied environment is case-sensitive. */
function pathOf(env: Env): string {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH');
  return (key && env[key]) || '';
}

async function find(name: string, path: string): Promise<string | undefined> {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  for (const folder of foldersOf(path)) {
    const at = join(folder, file);
    try {
      await access(at, constants.X_OK);
      if ((await stat(at)).isFile()) return at;
    } catch {
      // Try the next folder.
    }
  }
  return undefined;
}
