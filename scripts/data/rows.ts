import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from '../../src/lint/wording/hash';
import type { Span } from '../../src/statement/position';

/** A statement with the spans that a careful reader marked in it. */
export interface Labelled {
  readonly text: string;
  readonly spans: readonly (Span & { readonly type: string })[];
}

/** Annotated once, or three times with two in agreement: see the README of the data. */
export const STATEMENTS = ['statements-train.jsonl', 'statements-dev.jsonl'] as const;

/** The lines of a JSON Lines file in a folder; `undefined` if the folder has no such file. */
export async function rowsOf<Row>(folder: string, name: string): Promise<Row[] | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, name), 'utf8');
  } catch {
    return undefined;
  }
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** Whether a text is held out of all training: a quarter of them, by their hash, regardless of the file. */
export function isHeldOut({ text }: { readonly text: string }): boolean {
  return (hashOf(text) >>> 8) % 4 === 0;
}
