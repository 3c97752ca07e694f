const ENDING = '.purpose-tmp';
/** Maximum length of the original name in that of its temporary file: some file systems allow 255 bytes. */
const LONGEST_STEM = 60;

/** A free name for the temporary file of a write: `.NAME.1f2e3d4c.purpose-tmp` in the same folder. */
export function temporaryName(name: string): string {
  const random = globalThis.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return `.${name.slice(0, LONGEST_STEM)}.${random.toString(16).padStart(8, '0')}${ENDING}`;
}

/** Whether a name is that of a temporary file, which can remain after a crash. */
export function isTemporary(name: string): boolean {
  return name.endsWith(ENDING);
}

/** A message about a temporary file that was found; another process may still be writing it. */
export function interruptedWrite(path: string): string {
  return `${path}: a write was interrupted and left this temporary file. Delete it if it is still here in a minute.`;
}
