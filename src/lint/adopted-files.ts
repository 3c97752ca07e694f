import type { FileAccess } from '../files/file-access';
import { dirname } from '../files/paths';
import { isMarkdownPath, isPurposePath } from '../files/purpose-name';
import { type WalkOptions, walk } from '../files/walk';
import { CONFIG_NAMES, findConfigFile } from './config-file';

/**
 * Determines which files of other names are purpose files because a settings file in a parent folder lists them
 * (`files:`).
 * Each folder is read once.
 */
export class AdoptedFiles {
  readonly #byFolder = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly files: FileAccess) {}

  /** Whether a path is that of a purpose file, by its name or by a settings file; it need not exist. */
  async isPurpose(path: string): Promise<boolean> {
    if (isPurposePath(path)) return true;
    if (!isMarkdownPath(path)) return false;
    for (let at = dirname(path); ; at = dirname(at)) {
      if ((await this.namedIn(at)).includes(path)) return true;
      if (dirname(at) === at) return false;
    }
  }

  /** The files listed by the settings file of a folder; empty without one. */
  namedIn(folder: string): Promise<readonly string[]> {
    const found =
      this.#byFolder.get(folder) ??
      findConfigFile(this.files, folder, folder).then((file) => file?.files ?? []);
    this.#byFolder.set(folder, found);
    return found;
  }
}

/** The paths of the purpose files below a folder, including adopted ones; see {@link walk}. */
export async function* purposeFilesBelow(
  files: FileAccess,
  folder: string,
  options: Omit<WalkOptions, 'accept' | 'onFolder'> = {},
): AsyncGenerator<string> {
  const adopted = new AdoptedFiles(files);
  const known = new Set<string>();
  const look = async (at: string): Promise<void> => {
    for (const path of await adopted.namedIn(at)) known.add(path);
  };
  for (let at = folder; dirname(at) !== at; ) {
    at = dirname(at);
    await look(at);
  }
  yield* walk(files, folder, {
    ...options,
    accept: (name, path) => isPurposePath(name) || known.has(path),
    onFolder: async (at, names) => {
      if (CONFIG_NAMES.some((name) => names.includes(name))) await look(at);
    },
  });
}
