import { Uri, workspace } from 'vscode';
import { provideData } from './bundled-data';

/**
 * Reads the word lists and weights: a browser loads them only if there is a purpose file, and packed. Before this no
 * module that imports such a file may run.
 */
export async function loadData(extension: Uri): Promise<void> {
  const packed = await workspace.fs.readFile(Uri.joinPath(extension, 'dist', 'web', 'data.bin'));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  provideData((await new Response(unpacked).json()) as Record<string, unknown>);
}
