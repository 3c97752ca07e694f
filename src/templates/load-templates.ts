import { type FileAccess, FileError } from '../files/file-access';
import { join } from '../files/paths';
import { builtInTemplates } from './built-in';
import { parseTemplate } from './parse-template';
import type { Template, TemplateProblem } from './template';

/** The folder of the user's templates, relative to a workspace folder. */
export const TEMPLATE_FOLDER = '.purpose/templates';

/** Size limit of a template in bytes. */
const MAX_SIZE = 256 * 1024;

export interface LoadedTemplates {
  /** The user's templates first, in the order of their folders, then the built-in ones. */
  readonly templates: readonly Template[];
  readonly problems: readonly TemplateProblem[];
}

/**
 * The user's templates, `*.md` directly in these folders, with the built-in ones.
 *
 * A user's template replaces the built-in one with its id; of two with the same id the first is kept. A missing folder
 * has no templates. `problems` lists unreadable files; nothing is thrown.
 */
export async function loadTemplates(files: FileAccess, folders: readonly string[]): Promise<LoadedTemplates> {
  const own = new Map<string, Template>();
  const problems: TemplateProblem[] = [];
  for (const path of await templateFiles(files, folders, problems)) {
    const text = await readText(files, path, problems);
    if (text === undefined) continue;
    const parsed = parseTemplate(text, path);
    problems.push(...parsed.problems);
    const { template } = parsed;
    if (!template) continue;
    const first = own.get(template.id);
    if (first) {
      const message = `The id “${template.id}” is taken by ${first.origin}: give this template another id.`;
      problems.push({ origin: path, line: 1, message });
    } else own.set(template.id, template);
  }
  const builtIn = builtInTemplates().filter(({ id }) => !own.has(id));
  return { templates: [...own.values(), ...builtIn], problems };
}

async function templateFiles(
  files: FileAccess,
  folders: readonly string[],
  problems: TemplateProblem[],
): Promise<string[]> {
  const paths: string[] = [];
  for (const folder of new Set(folders)) {
    try {
      for (const entry of await files.list(folder)) {
        if (entry.type !== 'folder' && /\.md$/i.test(entry.name)) paths.push(join(folder, entry.name));
      }
    } catch (error) {
      if (!(error instanceof FileError && error.code === 'missing')) problems.push(unreadable(folder, error));
    }
  }
  return paths;
}

async function readText(
  files: FileAccess,
  path: string,
  problems: TemplateProblem[],
): Promise<string | undefined> {
  try {
    const stat = await files.stat(path);
    if (stat?.type === 'file' && stat.size > MAX_SIZE) {
      const message = `It is ${Math.ceil(stat.size / 1024)} KB; a template may have ${MAX_SIZE / 1024} KB.`;
      problems.push({ origin: path, line: 1, message });
      return undefined;
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(await files.read(path, MAX_SIZE));
  } catch (error) {
    problems.push(unreadable(path, error));
    return undefined;
  }
}

function unreadable(path: string, error: unknown): TemplateProblem {
  const message =
    error instanceof FileError
      ? error.message
      : 'It is not text in UTF-8: save it as UTF-8 and it will be offered.';
  return { origin: path, line: 1, message };
}
