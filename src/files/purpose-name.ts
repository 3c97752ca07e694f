import { basename } from './paths';

/** What the name of every purpose file ends with. */
export const PURPOSE_SUFFIX = '.purpose.md';

/** Whether a path names a purpose file: `team.purpose.md`, in any case. */
export function isPurposePath(path: string): boolean {
  return basename(path).toLowerCase().endsWith(PURPOSE_SUFFIX);
}

/** The name of a purpose without folder and suffix: `team` for `/a/team.purpose.md`. */
export function purposeName(path: string): string {
  const name = basename(path);
  return isPurposePath(name) ? name.slice(0, -PURPOSE_SUFFIX.length) : name;
}
