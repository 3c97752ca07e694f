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
  /** Real paths of roots. */
  readonly #tops = new Map<string, Promise<string>>();

  constructor(
    readonly files: FileAccess,
    readonly cwd: string,
  ) {}

  async of(host: string): Promise<string> {
    const folder = dirname(host);
    const known = this.#roots.get(folder) ?? repositoryRoot(this.files, folder);
    this.#roots.set(folder, known);
    return (await known) ?? (isWithin(this.cwd, host) ? this.cwd : folder);
  }

  /** @throws {FileError} if a link leads a file out of that folder */
  async mustHold(path: string): Promise<void> {
    const root = await this.of(path);
    const top = this.#tops.get(root) ?? this.files.real?.(root);
    if (top) this.#tops.set(root, top);
    if (!(await leadsOut(this.files, root, path, top))) return;
    const message = `${path}: a link leads this file out of the workspace; name the file that it leads to.`;
    throw new FileError('unreadable', path, message);
  }
}
