import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

let data: Readonly<Record<string, unknown>> | undefined;

/** Called by the modules that scripts/build/data-apart.js generates from data files. Reads the file that a browser loads, once. */
export function dataOf(path: string): unknown {
  data ??= JSON.parse(inflateRawSync(readFileSync(join(__dirname, 'web', 'data.bin'))).toString()) as Record<
    string,
    unknown
  >;
  if (!(path in data)) throw new Error(`dist/web/data.bin has no data of ${path}: run npm run build.`);
  return data[path];
}
