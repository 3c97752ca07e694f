const ENDING = '.purpose-tmp';
/** So much of a file's name is kept in that of its temporary file: some file systems allow 255 bytes. */
const LONGEST_STEM = 60;

/** A free name beside a file, for its next content until that is whole: `.NAME.1f2e3d4c.purpose-tmp`. */
export function temporaryName(name: string): string {
  const random = globalThis.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return `.${name.slice(0, LONGEST_STEM)}.${random.toString(16).padStart(8, '0')}${ENDING}`;
}

/** Whether a name is that of a temporary file, which a crash can leave behind. */
export function isTemporary(name: string): boolean {
  return name.endsWith(ENDING);
}

/** One sentence about a temporary file that was found; another process may still be writing it. */
export function unfinishedWrite(path: string): string {
  return `${path}: a write was interrupted and left this temporary file. Delete it if it is still here in a minute.`;
}
