import { dirname, join, resolve } from '../files/paths';
import { type LoadedTemplates, loadTemplates, TEMPLATE_FOLDER } from '../templates/load-templates';
import type { CommandIo } from './command';
import { pathOf } from './purpose-argument';
import { oneLine } from './visible';

/**
 * All templates for this folder: the user's from `.purpose/templates` here and in each parent folder, the nearest
 * first, then the built-in ones. Prints problems in template files to standard error.
 */
export async function templatesFor(io: CommandIo, named: readonly string[] = []): Promise<LoadedTemplates> {
  const folders = named.map((folder) => pathOf(folder, io));
  for (let folder = resolve('/', io.cwd); ; folder = dirname(folder)) {
    folders.push(join(folder, TEMPLATE_FOLDER));
    if (dirname(folder) === folder) break;
  }
  const loaded = await loadTemplates(io.files, folders);
  for (const { origin, line, message } of loaded.problems)
    io.err(`${oneLine(origin)}:${line}: ${printable(message)}\n`);
  return loaded;
}

/** One line of text for a terminal: control characters and line breaks become spaces. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
