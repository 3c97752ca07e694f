import type { Uri } from 'vscode';

/** On a disk the features read the data themselves (`node-data.ts`). */
export async function loadData(_extension: Uri): Promise<void> {}
