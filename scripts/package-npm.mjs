// `npm run package:npm`: the npm package as a folder, out/npm. One manifest serves the extension and the package;
// the package gets only the fields that apply to it, so that none names a file or a script that it does not contain.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Fields of package.json that concern npm and the package's users. */
const KEPT = [
  'name',
  'version',
  'description',
  'license',
  'keywords',
  'homepage',
  'repository',
  'bugs',
  'engines',
  'bin',
  'exports',
  'peerDependencies',
  'peerDependenciesMeta',
  'dependencies',
];

const target = join('out', 'npm');
const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];

/** The files that `npm pack` takes from the project. */
function packedFiles() {
  const [program, ...first] = npm;
  const shell = process.platform === 'win32' && first.length === 0;
  const out = execFileSync(program, [...first, 'pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    shell,
  });
  // An object by package name since npm 12, an array before it.
  const [packed] = Object.values(JSON.parse(out));
  return packed.files.map(({ path }) => path);
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const trimmed = Object.fromEntries(
  KEPT.filter((name) => name in manifest).map((name) => [name, manifest[name]]),
);
const engines = { node: manifest.engines.node };
// The published manifest alone sets `sideEffects: false`: in the project's manifest, esbuild would drop test files that are
// imported only to register their cases.
const published = { ...trimmed, type: 'commonjs', sideEffects: false, engines };

/** The address of a file of the project, for links to what the package does not contain. */
const FILES = `${manifest.repository.url.replace(/^git\+|\.git$/g, '')}/blob/v${manifest.version}/`;

/** Makes relative links of a page absolute: on npm and in the package they would lead nowhere. */
function withAbsoluteLinks(markdown) {
  return markdown.replace(/\]\((?![a-z]+:|#)([\w./#-]+)\)/gi, (_, path) => `](${new URL(path, FILES)})`);
}

rmSync(target, { recursive: true, force: true });
for (const file of packedFiles()) {
  mkdirSync(dirname(join(target, file)), { recursive: true });
  if (file === 'package.json') continue;
  if (/^[A-Z]+\.md$/.test(file))
    writeFileSync(join(target, file), withAbsoluteLinks(readFileSync(file, 'utf8')));
  else copyFileSync(file, join(target, file));
}
writeFileSync(join(target, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
console.log(`${target}: ${published.name} ${published.version}`);
