import { type FileAccess, FileError } from '../files/file-access';
import { repositoryRoot } from '../files/ignore-rules';
import { dirname, isWithin } from '../files/paths';
import { leadsOut } from '../files/regular-file';

/**
 * The folder that no file may lead out of, by `..` or by a link: the repository, else the folder of the call, else the
 * file's own folder.
 */
export class CopyRoots {
  readonly #roots = new Map<string, Promise<string | undefined>>();
  /** Whether a link leads a folder out. */
  readonly #folders = new Map<string, Promise<boolean>>();
  /** Real paths of roots. */
  readonly #tops = new Map<string, Promise<string>>();

  constructor(
    readonly files: FileAccess,
    readonly cwd: string,
  ) {}

  async of(file: string): Promise<string> {
    const folder = dirname(file);
    const known = this.#roots.get(folder) ?? repositoryRoot(this.files, folder);
    this.#roots.set(folder, known);
    return (await known) ?? (isWithin(this.cwd, file) ? this.cwd : folder);
  }

  /**
   * @param mayBeLink whether the file itself may be a link; one that a walk listed is none, and its folder decides for it
   * @throws {FileError} if a link leads a file out of that folder
   */
  async mustHold(path: string, mayBeLink = true): Promise<void> {
    const folder = dirname(path);
    const out = mayBeLink
      ? this.#leadsOut(path, path)
      : (this.#folders.get(folder) ?? this.#leadsOut(path, folder));
    if (!mayBeLink) this.#folders.set(folder, out);
    if (!(await out)) return;
    const message = `${path}: a link leads this file out of the workspace; name the file that it leads to.`;
    throw new FileError('unreadable', path, message);
  }

  async #leadsOut(file: string, path: string): Promise<boolean> {
    const root = await this.of(file);
    const top = this.#tops.get(root) ?? this.files.real?.(root);
    if (top) this.#tops.set(root, top);
    return leadsOut(this.files, root, path, top);
  }
}
