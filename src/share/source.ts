import { dirname, isWithin, normalize, relative, resolve } from '../files/paths';
import { isMarkdownPath, PURPOSE_SUFFIX } from '../files/purpose-name';

/** The path of a file with copies, and the folder that nothing may lead out of. */
export interface HostPlace {
  readonly host: string;
  readonly root: string;
}

/** The purpose file that a marker's path leads to, or one sentence on why it is refused. */
export function sourcePath(
  written: string,
  { host, root }: HostPlace,
): { readonly path: string } | { readonly problem: string } {
  const shown = written.length > 80 ? `${written.slice(0, 80)}…` : written;
  if (/^[A-Za-z][\w+.-]*:|^\/\//.test(written)) {
    return {
      problem: `"${shown}" is not a path from this file: copies come only from files of this workspace.`,
    };
  }
  if (written.startsWith('/') || written.includes('\\')) {
    return { problem: `Write "${shown}" as a path from this file's folder, with / between its parts.` };
  }
  if (!isMarkdownPath(written)) {
    return { problem: `"${shown}" is not a purpose file: its name must end with ${PURPOSE_SUFFIX}.` };
  }
  const path = resolve(dirname(host), written);
  if (!isWithin(root, path) || climbsOut(written, host, root)) {
    return { problem: `"${shown}" leads out of the workspace: copies come from files inside it.` };
  }
  if (path === normalize(host)) return { problem: 'A purpose file cannot hold a copy of itself.' };
  return { path };
}

/** The message about a Markdown file of another name that has not been adopted. */
export function notAdopted(written: string): string {
  return `"${written}" is not a purpose file: its name must end with ${PURPOSE_SUFFIX}, or \`purpose adopt\` makes it one.`;
}

/** A path with more `..` than folders stops at the root of the disk, so it has left the workspace before. */
function climbsOut(written: string, host: string, root: string): boolean {
  const inside = relative(root, dirname(host));
  let depth = inside === '.' ? 0 : inside.split('/').length;
  if (inside.startsWith('..')) return true;
  for (const part of written.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}
