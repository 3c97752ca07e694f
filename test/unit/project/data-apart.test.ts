import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { characterEntities } from 'character-entities';
import { daleChall } from 'dale-chall';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { spache } from 'spache';

const require = createRequire(join(process.cwd(), 'package.json'));
const { dataApart } = require('./scripts/build/data-apart.js') as {
  dataApart(
    readYaml: (path: string) => { data: unknown; problem: string | undefined },
    yamlAsData?: Plugin,
    host?: 'node',
  ): Plugin;
};
const { EVALUATED, evaluated } = require('./scripts/build/evaluated.js') as {
  EVALUATED: RegExp;
  evaluated(path: string, plugins: readonly Plugin[]): Promise<{ value: unknown; files: string[] }>;
};

const PATTERNS = 'node_modules/parse-latin/lib/expressions.js';
const ENTRY = `
export { provideData } from ${JSON.stringify(resolve('src/editor/platform/bundled-data.ts'))};
export const values = () => import('./values.js').then((module) => module.default);
`;
const VALUES = `
import { characterEntities } from 'character-entities';
import { daleChall } from 'dale-chall';
import charmap from 'normalize-strings/charmap.json';
import { spache } from 'spache';
import weights from ${JSON.stringify(resolve('src/lint/wording/weights.bin'))};
import yaml from ${JSON.stringify(resolve('src/english/irregular.yml'))};
import * as patterns from ${JSON.stringify(resolve(PATTERNS))};
export default { characterEntities, charmap, daleChall, patterns: { ...patterns }, spache, weights, yaml };
`;

describe('data beside the bundle for browsers', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'data-apart-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are, once loaded, the very values of their files, which the bundle does not hold', async () => {
    writeFileSync(join(folder, 'entry.js'), ENTRY);
    writeFileSync(join(folder, 'values.js'), VALUES);
    const outfile = join(folder, 'bundle.cjs');
    await build({
      entryPoints: [join(folder, 'entry.js')],
      outfile,
      bundle: true,
      minify: true,
      format: 'cjs',
      nodePaths: [resolve('node_modules')],
      plugins: [dataApart((path) => ({ data: { read: path }, problem: undefined }))],
    });
    const { provideData, values } = require(outfile) as {
      provideData(data: unknown): void;
      values(): Promise<Record<string, unknown>>;
    };
    provideData(JSON.parse(inflateRawSync(readFileSync(join(folder, 'data.bin'))).toString()));
    const loaded = await values();
    assert.deepEqual(loaded.daleChall, daleChall);
    assert.deepEqual(loaded.spache, spache);
    assert.deepEqual(loaded.characterEntities, characterEntities);
    assert.deepEqual(loaded.charmap, require('normalize-strings/charmap.json'));
    assert.deepEqual(loaded.patterns, { ...(await import(pathToFileURL(resolve(PATTERNS)).href)) });
    assert.deepEqual(loaded.yaml, { read: resolve('src/english/irregular.yml') });
    assert.ok(Buffer.from(loaded.weights as Uint8Array).equals(readFileSync('src/lint/wording/weights.bin')));
    assert.ok(readFileSync(outfile).length < 5000);
  });

  it('are read by the extension on a disk from the same file, not a second time', async () => {
    const web = join(folder, 'web');
    mkdirSync(web, { recursive: true });
    const readYaml = (path: string) => ({ data: { read: path }, problem: undefined });
    writeFileSync(
      join(folder, 'yaml.js'),
      `import yaml from ${JSON.stringify(resolve('src/english/irregular.yml'))};\nexport default yaml;`,
    );
    const options: BuildOptions = { entryPoints: [join(folder, 'yaml.js')], bundle: true, format: 'cjs' };
    await build({ ...options, outfile: join(web, 'bundle.cjs'), plugins: [dataApart(readYaml)] });
    const outfile = join(folder, 'node.cjs');
    const plugins = [dataApart(readYaml, undefined, 'node')];
    await build({ ...options, outfile, platform: 'node', plugins });
    const { default: yaml } = require(outfile) as { default: unknown };
    assert.deepEqual(yaml, { read: resolve('src/english/irregular.yml') });
    assert.doesNotMatch(readFileSync(outfile, 'utf8'), /read: *"/);
  });

  it('are evaluated if the build can evaluate them', async () => {
    const list = ['two', 'words'];
    writeFileSync(join(folder, 'list.yml'), list.join(' '));
    writeFileSync(join(folder, 'count.ts'), "import list from './list.yml';\nexport default [list.length];");
    const load: Plugin = {
      name: 'load',
      setup: ({ onLoad }) =>
        onLoad({ filter: /\.yml$/ }, () => ({ contents: JSON.stringify(list), loader: 'json' })),
    };
    const { value, files } = await evaluated(join(folder, 'count.ts'), [load]);
    assert.deepEqual(value, [2]);
    assert.deepEqual(files.map((file) => basename(file)).sort(), ['count.ts', 'list.yml']);
    assert.ok(EVALUATED.test(resolve('src/lint/vagueness/lexicon-keys.ts')));
  });

  it('name the missing file if they were not loaded', () => {
    const path = join(folder, 'bundle.cjs');
    delete require.cache[path];
    const fresh = require(path) as { values(): Promise<unknown> };
    return assert.rejects(fresh.values(), /The data of .* have not been loaded/);
  });
});
