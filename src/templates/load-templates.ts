import { type FileAccess, FileError } from '../files/file-access';
import { join } from '../files/paths';
import { builtInTemplates } from './built-in';
import { parseTemplate } from './parse-template';
import type { Template, TemplateProblem } from './template';

/** Where own templates live, seen from a workspace folder. */
export const TEMPLATE_FOLDER = '.purpose/templates';

/** More than this is no template: bytes. */
const MAX_SIZE = 256 * 1024;

export interface LoadedTemplates {
  /** Own templates first, in the order of their folders, then the built-in ones. */
  readonly templates: readonly Template[];
  readonly problems: readonly TemplateProblem[];
}

/**
 * The user's own templates, `*.md` straight in these folders, beside the built-in ones.
 *
 * An own template takes the place of the built-in one with its id; of two own ones the first is kept. A folder that
 * is not there has no templates. What cannot be read is named in `problems`; nothing is thrown.
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
