import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SuiteOptions } from '../suite/support/options';
import { built } from './paths';

/** The suite with its options before it, as a text for the worker and as a file in `folder` for Node. */
export async function suiteSource(
  options: SuiteOptions,
  folder: string,
): Promise<{ path: string; source: string }> {
  const prelude = `globalThis.purposeSuite = ${JSON.stringify(options)};\n`;
  const path = join(folder, 'suite.js');
  const bundle = built.suite[options.host];
  await writeFile(path, `${prelude}module.exports = require(${JSON.stringify(bundle)});\n`);
  return { path, source: options.host === 'web' ? prelude + (await readFile(bundle, 'utf8')) : '' };
}
