import { type BigIntStats, renameSync, statSync } from 'node:fs';
import {
  access,
  constants,
  link,
  lstat,
  mkdir,
  open,
  readFile,
  realpath,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryName } from './temporary-file';

// Why not `write-file-atomic`: it has no exclusive creation, never syncs the folder, cannot check the content right
// before it replaces, and does not retry if another program on Windows has the file open.

/** Why a file was not changed: a code like Node's. `ECHANGED` is ours. */
class WriteRefused extends Error {
  constructor(
    readonly code: 'ECHANGED' | 'EISDIR' | 'ENOTREG' | 'EDANGLING' | 'ENOTDIR',
    path: string,
  ) {
    super(`${code}: ${path}`);
  }
}

/** Errors of `link` on file systems without hard links: FAT, exFAT, some network and phone storage. */
const NO_HARD_LINKS = new Set([
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
  'EINVAL',
  // Windows' "invalid function", as Node maps it.
  'EISDIR',
]);

/** Errors on Windows while a virus scanner, an indexer or another window has the file open. */
const BUSY_ON_WINDOWS = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Delays in ms before each retry on Windows: about a second in total. */
const WAITS = process.platform === 'win32' ? [10, 40, 100, 250, 600] : [];

/**
 * Replaces a file atomically, even if the process or the machine stops; creates it if it is missing. Keeps permissions,
 * and the owner if the system allows it. Follows a symbolic link and replaces its target. A second hard link keeps the
 * old content. Rejects with an error that has a `code`.
 * @param was the expected current bytes; rejects with `ECHANGED` if another program has written meanwhile
 */
export async function replaceAtomically(path: string, content: Uint8Array, was?: Uint8Array): Promise<void> {
  await makeFolder(path);
  const target = await behindLinks(path);
  const old = await stat(target).catch(undefinedIfMissing);
  if (old?.isDirectory()) throw new WriteRefused('EISDIR', path);
  if (old && !old.isFile()) throw new WriteRefused('ENOTREG', path);
  // Renaming over a file needs no permission on it, so a read-only file would be replaced.
  if (old) await access(target, constants.W_OK);
  const temporary = await writeTemporary(target, content, old);
  try {
    const seen = was && (await stillHolds(target, was));
    await moveOver(temporary, target, seen);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(target);
}

/** Creates a file atomically; rejects with `EEXIST`, without any change, if the path exists. */
export async function createAtomically(path: string, content: Uint8Array): Promise<void> {
  await makeFolder(path);
  // Checked before anything is written; `link` prevents a race.
  if (await lstat(path).catch(undefinedIfMissing)) {
    throw Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST' });
  }
  const temporary = await writeTemporary(path, content);
  try {
    await link(temporary, path).catch((error: unknown) => {
      if (!NO_HARD_LINKS.has(codeOf(error))) throw error;
      return reserveAndMove(temporary, path);
    });
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
  await syncFolder(path);
}

/** Without hard links, an empty file reserves the name; a crash would leave it behind. */
async function reserveAndMove(temporary: string, path: string): Promise<void> {
  await (await open(path, 'wx')).close();
  try {
    await moveOver(temporary, path);
  } catch (error) {
    await unlink(path).catch(() => undefined);
    throw error;
  }
}

async function makeFolder(path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw codeOf(error) === 'EEXIST' ? new WriteRefused('ENOTDIR', folder) : error;
  });
}

/** The target of a path through links; the path itself if it does not exist. */
async function behindLinks(path: string): Promise<string> {
  const target = await realpath(path).catch(undefinedIfMissing);
  if (target !== undefined) return target;
  if (await lstat(path).catch(undefinedIfMissing)) throw new WriteRefused('EDANGLING', path);
  return path;
}

/** Writes and syncs the content in a new file beside `target`; deletes it on failure. */
async function writeTemporary(
  target: string,
  content: Uint8Array,
  like?: { readonly mode: number; readonly uid: number; readonly gid: number },
): Promise<string> {
  const temporary = join(dirname(target), temporaryName(basename(target)));
  // Not readable for others until it has the permissions of the file that it replaces.
  const file = await open(temporary, 'wx', like ? 0o600 : 0o666);
  try {
    await file.writeFile(content);
    if (like && process.platform !== 'win32') {
      const made = await file.stat();
      if (made.uid !== like.uid || made.gid !== like.gid) {
        await file.chown(like.uid, like.gid).catch(() => undefined);
      }
      await file.chmod(like.mode & 0o7777);
    }
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  return temporary;
}

/** The stat of a file that contains these bytes. */
async function stillHolds(target: string, was: Uint8Array): Promise<BigIntStats> {
  const seen = await stat(target, { bigint: true }).catch(undefinedIfMissing);
  const holds = seen && (await readFile(target));
  if (!seen || !holds || Buffer.compare(holds, was) !== 0) throw new WriteRefused('ECHANGED', target);
  return seen;
}

async function moveOver(temporary: string, target: string, seen?: BigIntStats): Promise<void> {
  for (let tried = 0; ; tried++) {
    // This process does nothing between check and move: no system offers both in one operation.
    if (seen && !isSame(seen, statSync(target, { bigint: true, throwIfNoEntry: false }))) {
      throw new WriteRefused('ECHANGED', target);
    }
    try {
      renameSync(temporary, target);
      return;
    } catch (error) {
      const wait = WAITS[tried];
      if (wait === undefined || !BUSY_ON_WINDOWS.has(codeOf(error))) throw error;
      await delay(wait);
    }
  }
}

function isSame(one: BigIntStats, other: BigIntStats | undefined): boolean {
  return (
    other !== undefined &&
    one.ino === other.ino &&
    one.size === other.size &&
    one.mtimeNs === other.mtimeNs &&
    one.ctimeNs === other.ctimeNs
  );
}

/** Makes the new name survive a power loss, if the system supports syncing folders. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(dirname(path), 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // Windows and some network file systems do not support it; the file itself is complete and synced.
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

function undefinedIfMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}
