import type { FileAccess } from '../files/file-access';
import { repositoryRoot } from '../files/ignore-rules';
import { dirname, isWithin } from '../files/paths';

/** The folder that no copy's source may lead out of: the repository, else where the command was called. */
export class CopyRoots {
  readonly #roots = new Map<string, Promise<string | undefined>>();

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
}
