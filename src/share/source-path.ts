import { dirname, isAbsolute, isWithin, normalize, relative, resolve } from '../files/paths';
import { isMarkdownPath, PURPOSE_SUFFIX } from '../files/purpose-name';

/** The path of a Markdown file that may hold copies, and the folder that no source of a copy may be outside of. */
export interface MarkdownPlace {
  readonly file: string;
  readonly root: string;
}

/** The purpose file that a marker's path leads to, or one sentence on why it is refused. */
export function sourcePath(
  written: string,
  { file, root }: MarkdownPlace,
): { readonly path: string } | { readonly problem: string } {
  const shown = quotable(written);
  if (/^[A-Za-z][\w+.-]*:|^\/\//.test(written)) {
    return {
      problem: `"${shown}" is not a path from this file: copies come only from files of this workspace.`,
    };
  }
  const problem = pathProblem(written);
  if (problem !== undefined) return { problem };
  const path = resolve(dirname(file), written);
  if (!isWithin(root, path) || climbsOut(written, file, root)) {
    return { problem: `"${shown}" leads out of the workspace: copies come from files inside it.` };
  }
  if (path === normalize(file)) return { problem: 'A purpose file cannot hold a copy of itself.' };
  return { path };
}

/** Why a written path cannot lead to a purpose file, in one sentence; `undefined` if it can. */
export function pathProblem(written: string): string | undefined {
  if (isAbsolute(written) || /^[a-z][\w+.-]*:/i.test(written) || written.includes('\\'))
    return `Write "${quotable(written)}" as a path from this file's folder, with / between its parts.`;
  if (!isMarkdownPath(written))
    return `"${quotable(written)}" is not a purpose file: its name must end with ${PURPOSE_SUFFIX}.`;
  return undefined;
}

/** A path for a message, cut if it is long. */
function quotable(written: string): string {
  return written.length > 80 ? `${written.slice(0, 80)}…` : written;
}

/** The message about a Markdown file of another name that has not been adopted. */
export function notAdopted(written: string): string {
  return `"${written}" is not a purpose file: its name must end with ${PURPOSE_SUFFIX}, or \`purpose adopt\` makes it one.`;
}

/** A path with more `..` than folders stops at the root of the disk, so it has left the workspace before. */
function climbsOut(written: string, file: string, root: string): boolean {
  const inside = relative(root, dirname(file));
  let depth = inside === '.' ? 0 : inside.split('/').length;
  if (inside.startsWith('..')) return true;
  for (const part of written.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}
