import type { FileAccess } from '../files/file-access';
import { readText } from '../files/read-text';
import { leadsOut } from '../files/regular-file';
import { parsePurpose } from '../statement/document';
import type { Resolved, ResolveStatement } from './update-copies';

/** Reads a purpose file's text; `undefined` if there is no such file. Rejects if it cannot be read. */
type TextReader = (path: string) => Promise<string | undefined>;

/** The statements of purpose files, each read and parsed once until {@link forget} is called. */
export class SharedStatements {
  readonly #known = new Map<string, Promise<Resolved>>();

  /**
   * @param leadsOut whether links lead a path out of a folder
   * @param isPurpose whether a path is that of a purpose file
   */
  constructor(
    readonly read: TextReader,
    readonly leadsOut: (folder: string, path: string) => Promise<boolean> = async () => false,
    readonly isPurpose: (path: string) => Promise<boolean> = async () => true,
  ) {}

  /**
   * Reads these files and returns a lookup for them, which reports every other file as missing.
   * @param root the folder that no link may lead out of
   */
  async load(paths: readonly string[], root: string): Promise<ResolveStatement> {
    const found = new Map<string, Resolved>();
    for (const path of paths) {
      if (await this.leadsOut(root, path)) found.set(path, 'outside');
      else found.set(path, (await this.isPurpose(path)) ? await this.#get(path) : 'other');
    }
    return (path) => found.get(path) ?? 'missing';
  }

  /** Drops a file from the cache, so that it is read again. */
  forget(path: string): void {
    this.#known.delete(path);
  }

  #get(path: string): Promise<Resolved> {
    const known = this.#known.get(path);
    if (known) return known;
    const reading = this.read(path).then(statementIn, (): Resolved => 'unreadable');
    this.#known.set(path, reading);
    return reading;
  }
}

/** The statements of the purpose files of a file system. */
export function statementsIn(
  files: FileAccess,
  isPurpose: (path: string) => Promise<boolean>,
): SharedStatements {
  return new SharedStatements(
    async (path) => ((await files.stat(path)) ? readText(files, path) : undefined),
    (folder, path) => leadsOut(files, folder, path),
    isPurpose,
  );
}

function statementIn(text: string | undefined): Resolved {
  if (text === undefined) return 'missing';
  const { statement, conflict } = parsePurpose(text);
  if (conflict) return 'conflict';
  return statement ? { ...statement, place: { start: statement.start, end: statement.end } } : 'none';
}
