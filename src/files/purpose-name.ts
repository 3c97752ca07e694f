import { basename } from './paths';

/** The suffix of every purpose file's name. */
export const PURPOSE_SUFFIX = '.purpose.md';

/** Whether a path names a purpose file: `team.purpose.md`, in any case. */
export function isPurposePath(path: string): boolean {
  return basename(path).toLowerCase().endsWith(PURPOSE_SUFFIX);
}

/** Whether a path names a Markdown file, which can hold copies and can be adopted as a purpose file. */
export function isMarkdownPath(path: string): boolean {
  return /[^/]\.(?:md|markdown|mkd|mdown)$/i.test(path);
}

/**
 * The name of a purpose without folder and suffix: `team` for `/a/team.purpose.md`. It is the whole file name if only
 * dots and spaces would remain, because `..` as a folder name would lead out of the folder.
 */
export function purposeName(path: string): string {
  const name = basename(path);
  const stem = isPurposePath(name) ? name.slice(0, -PURPOSE_SUFFIX.length) : name;
  return /[^.\s]/.test(stem) ? stem : name;
}
