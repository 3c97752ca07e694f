import { isPurposePath, PURPOSE_SUFFIX } from '../files/purpose-name';

/** A path for a new purpose file, or one sentence on why the input is invalid. */
type TypedFileName = { readonly path: string } | { readonly problem: string };

/** Names reserved by Windows, with any extension: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/**
 * Parses the name that the user typed for a new purpose file, with optional folders separated by `/`. Adds a missing
 * suffix. A name that some system cannot store, or that leads out of the folder, is a problem.
 */
export function readFileName(typed: string): TypedFileName {
  const written = typed.trim().replaceAll('\\', '/');
  if (written === '' || written.endsWith('/')) return { problem: 'Give the file a name, such as team.' };
  if (written.startsWith('/') || /^[A-Za-z]:/.test(written)) {
    return { problem: 'Write the name as seen from the folder, without a / at its start.' };
  }
  const parts = written.split('/');
  if (parts.some((part) => part === '..' || part === '.' || part === '')) {
    return { problem: 'A folder in the name cannot be empty, “.” or “..”.' };
  }
  const problem = parts.map(nameProblem).find((one) => one !== undefined);
  if (problem !== undefined) return { problem };
  const path = isPurposePath(written)
    ? written
    : written.replace(/(?:\.purpose)?\.md$/i, '').replace(/\.purpose$/i, '') + PURPOSE_SUFFIX;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.length === PURPOSE_SUFFIX.length) return { problem: 'Give the file a name, such as team.' };
  if (new TextEncoder().encode(name).length > 255) return { problem: 'This name is too long for a file.' };
  return { path };
}

/** Why some system could not store a file or folder of this name, in one sentence; `undefined` if all can. */
export function nameProblem(name: string): string | undefined {
  const forbidden = /[<>:"|?*\p{Cc}]/u.exec(name)?.[0];
  if (forbidden) return `A file name cannot hold ${shown(forbidden)} on every system.`;
  const isOdd = RESERVED.test(name) || /[. ]$/.test(name) || name.startsWith(' ');
  return isOdd ? `“${name}” cannot be a name on every system.` : undefined;
}

/** A file name for a title, without the suffix: lower-case words joined by `-`; `team` if nothing remains. */
export function suggestedFileName(title: string): string {
  const words = title.replace(/\{\{[^{}]*\}\}/g, ' ').toLowerCase();
  const name = words
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' || RESERVED.test(name) ? 'team' : [...name].slice(0, 40).join('').replace(/-+$/, '');
}

function shown(character: string): string {
  return /\p{Cc}/u.test(character) ? 'a control character' : `“${character}”`;
}
