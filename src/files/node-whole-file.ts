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
import { temporaryName } from './unfinished';

// `write-file-atomic` was considered. It has no exclusive creation, never syncs the folder, cannot look once more
// right before it replaces, and does not try again where another program on Windows has the file open.

/** Why a file was left alone: a code like those of Node. `ECHANGED` is ours. */
class WriteRefused extends Error {
  constructor(
    readonly code: 'ECHANGED' | 'EISDIR' | 'ENOTREG' | 'EDANGLING' | 'ENOTDIR',
    path: string,
  ) {
    super(`${code}: ${path}`);
  }
}

/** File systems without hard links answer `link` with one of these: FAT, exFAT, some network and phone storage. */
const NO_HARD_LINKS = new Set([
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
  'EINVAL',
  // Windows' "invalid function", as Node translates it.
  'EISDIR',
]);

/** Windows answers so while a virus scanner, an indexer or another window has the file open. */
const BUSY_ON_WINDOWS = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Waits in ms before Windows is asked again: about a second together. */
const WAITS = process.platform === 'win32' ? [10, 40, 100, 250, 600] : [];

/**
 * Replaces a file whole or leaves it as it was, whenever the process or the machine stops; creates it where it is
 * missing. Permissions are kept, the owner where the system allows. A symbolic link stays: its target is replaced.
 * A second hard link keeps the old content. Rejects with an error that has a `code`.
 * @param was the bytes that the file must still hold; rejects with `ECHANGED` where another program wrote meanwhile
 */
export async function replaceWhole(path: string, content: Uint8Array, was?: Uint8Array): Promise<void> {
  await makeFolder(path);
  const target = await behindLinks(path);
  const old = await stat(target).catch(undefinedIfMissing);
  if (old?.isDirectory()) throw new WriteRefused('EISDIR', path);
  if (old && !old.isFile()) throw new WriteRefused('ENOTREG', path);
  // To rename over a file needs no permission on it: one that is read-only would be replaced all the same.
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

/** Creates a file whole or not at all; rejects with `EEXIST`, and touches nothing, where something is there. */
export async function createWhole(path: string, content: Uint8Array): Promise<void> {
  await makeFolder(path);
  // Answered before anything is written; that nothing comes in between is the link's to make sure of.
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

/** Without hard links the name is taken first by an empty file, which a crash would leave behind. */
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

/** The file that a path leads to through links; the path itself where nothing is there yet. */
async function behindLinks(path: string): Promise<string> {
  const target = await realpath(path).catch(undefinedIfMissing);
  if (target !== undefined) return target;
  if (await lstat(path).catch(undefinedIfMissing)) throw new WriteRefused('EDANGLING', path);
  return path;
}

/** Writes and syncs the content in a new file beside `target`; leaves none behind where that fails. */
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

/** What the system says of a file that holds these bytes. */
async function stillHolds(target: string, was: Uint8Array): Promise<BigIntStats> {
  const seen = await stat(target, { bigint: true }).catch(undefinedIfMissing);
  const holds = seen && (await readFile(target));
  if (!seen || !holds || Buffer.compare(holds, was) !== 0) throw new WriteRefused('ECHANGED', target);
  return seen;
}

async function moveOver(temporary: string, target: string, seen?: BigIntStats): Promise<void> {
  for (let tried = 0; ; tried++) {
    // Nothing of this process runs between the last look and the move: no system offers both in one.
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

/** Makes the new name last through a power cut, where the system lets folders be synced. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(dirname(path), 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // Windows and some network file systems have no such thing; the file itself is whole and synced.
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

function undefinedIfMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}
