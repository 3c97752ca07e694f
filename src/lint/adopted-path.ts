import { normalize } from '../files/paths';
import { isMarkdownPath } from '../files/purpose-name';

/** An entry of `files` without the section of a link (`charter.md#mission`), and that section. */
export function withoutSection(path: string): readonly [path: string, section?: string] {
  const at = /\.\w+#/.exec(path);
  const end = at ? at.index + at[0].length - 1 : path.length;
  return at ? [path.slice(0, end), path.slice(end)] : [path];
}

/** The file is adopted, but a section cannot choose the statement: its other commands read the file alone. */
export function sectionIgnored(path: string, section: string): string {
  return `Purpose adopts ${path} and does not read "${section}": write <!-- purpose:statement --> above the text that is the statement.`;
}

/** Why an entry of `files` cannot be a purpose file below the folder; `undefined` if it can. */
export function adoptedPathProblem(path: unknown): string | undefined {
  if (typeof path !== 'string' || path.trim() === '')
    return 'Each of `files` is the path of a Markdown file.';
  if (/^[A-Za-z][\w+.-]*:|^\/|\\/.test(path))
    return `Write "${path}" as a path from this file's folder, with / between its parts.`;
  if (normalize(path).startsWith('..'))
    return `"${path}" leads out of this folder: name it in a settings file above both.`;
  if (!isMarkdownPath(path)) return `"${path}" is not a Markdown file: its name must end with .md.`;
  return undefined;
}
