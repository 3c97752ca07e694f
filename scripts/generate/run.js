// Writes every generated file of the project; with --check, writes nothing and fails if one is out of date.
// Each `*.ts` beside this file exports `generated(read)`: the content of its files by path, relative to the project's
// root.

const { execFileSync } = require('node:child_process');
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, resolve } = require('node:path');
const esbuild = require('esbuild');
const { common } = require('../../esbuild.js');

const root = resolve(__dirname, '../..');
const check = process.argv.includes('--check');
const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

/** Runs a TypeScript module with `.md` and `.yml` imports as data, as in the product. */
async function load(entry) {
  const { outputFiles } = await esbuild.build({
    ...common,
    entryPoints: [entry],
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    write: false,
  });
  const made = new Module(entry);
  made.paths = module.paths;
  made._compile(outputFiles[0].text, entry);
  return made.exports;
}

/** Formats as the formatter does: a generated file must not change when the project is formatted. */
function formatted(path, content) {
  if (!/\.(?:json|code-snippets|mts)$/.test(path)) return content;
  const biome = require.resolve('@biomejs/biome/bin/biome');
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: content,
    encoding: 'utf8',
  });
}

async function main() {
  let stale = 0;
  for (const name of readdirSync(__dirname).filter((file) => file.endsWith('.ts'))) {
    for (const [path, raw] of Object.entries(await (await load(join(__dirname, name))).generated(read))) {
      const content = formatted(path, raw);
      if (read(path) === content) continue;
      if (check) {
        stale++;
        console.error(`${path} is out of date: run “npm run generate” and commit it.`);
      } else {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
        console.log(`wrote ${path}`);
      }
    }
  }
  return stale > 0 ? 1 : 0;
}

main().then((code) => {
  process.exitCode = code;
});
