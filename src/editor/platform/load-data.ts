import type { Uri } from 'vscode';

/** On a disk the data files are in the bundle. */
export async function loadData(_extension: Uri): Promise<void> {}
