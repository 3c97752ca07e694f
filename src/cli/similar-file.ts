import { basename, dirname } from '../files/paths';
import { nearest } from '../text/did-you-mean';
import type { CommandIo } from './command';

/** A question that names the file beside a missing one which was probably meant; empty if there is none. */
export async function similarFile(missing: string, { files }: Pick<CommandIo, 'files'>): Promise<string> {
  const entries = await files.list(dirname(missing)).catch(() => []);
  const name = basename(missing);
  const names = entries.filter(({ type }) => type === 'file').map((entry) => entry.name);
  const meant =
    nearest(name, names) ?? names.find((other) => other.toLowerCase() === `${name}.purpose.md`.toLowerCase());
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}
