import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/** Number of files to keep: each build of the program and each version of Node needs its own. */
const KEPT = 8;
/** Length of the hash at the beginning of a file, in bytes. */
const HASH_BYTES = 32;

/** Does something when the process ends, given the exit code. */
type AtExit = (work: (code: number) => void) => void;

/**
 * Runs a CommonJS file from compiled code, as Node's own cache does from version 22.1 on. If there is none yet, the code is
 * kept at the end of the process, with the functions that were compiled until then, unless the command failed early.
 * @param folder one that only the user can write to, since what is in it is run
 * @returns whether there was compiled code
 */
export function runCached(
  file: string,
  require: NodeJS.Require,
  folder: string,
  atExit: AtExit = (work) => process.once('exit', work),
): boolean {
  const bytes = readFileSync(file);
  // V8 needs one byte for each character of a text in ASCII.
  const source = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  // V8 compares no more of the text than its length; the tag stands for its version, its flags and the processor.
  const key = `${hashOf(bytes).toString('hex')}-${cachedDataVersionTag()}`;
  const path = join(folder, `${basename(file)}-${key}.bin`);
  const cachedData = readCode(path);
  const script = new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const isCached = script.cachedDataRejected === false;
  if (!isCached) {
    atExit((code) => {
      if (code === 0 || code === 1) writeCode(path, script.createCachedData());
    });
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  return isCached;
}

function hashOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** V8 does not notice a damaged file, and ends the process somewhere in it. */
function readCode(path: string): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  const code = bytes.subarray(HASH_BYTES);
  return hashOf(code).equals(bytes.subarray(0, HASH_BYTES)) ? code : undefined;
}

/** Writes whole or not at all. Where that fails, the program does without. */
function writeCode(path: string, code: Uint8Array): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, Buffer.concat([hashOf(code), code]), { flag: 'wx', mode: 0o600 });
    renameSync(beside, path);
    removeOldest(dirname(path));
  } catch {
    rmSync(beside, { force: true });
  }
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => /\.(?:bin|tmp)$/.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((one, other) => other.time - one.time);
  for (const { path } of files.slice(KEPT)) rmSync(path, { force: true });
}
