/** The contents of `data.bin`, the packed data file of the browser bundle, by source path. */
let data: Readonly<Record<string, unknown>> = {};

export function provideData(read: Readonly<Record<string, unknown>>): void {
  data = read;
}

/** Called by the modules that scripts/build/data-apart.js generates from data files. */
export function dataOf(path: string): unknown {
  if (!(path in data)) throw new Error(`The data of ${path} have not been loaded.`);
  return data[path];
}
