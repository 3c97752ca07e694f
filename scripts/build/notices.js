// The notices that licences require: the packages in the bundles, with their licences and texts.

const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Where the notices of everything that ships are written. */
const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt';

/**
 * The folders of the packages that esbuild put into bundles, sorted.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {string[]}
 */
function bundledPackages(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const input of Object.keys(inputs)) {
        const folder = /^(?:.*[\\/])?node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(input)?.[0];
        if (folder) folders.add(folder);
      }
    }
  }
  return [...folders].sort();
}

/**
 * A package's name, version, licence and licence text.
 * @param {string} folder
 * @throws {Error} if the package has no licence text, since it must not ship then
 */
function noticeOf(folder) {
  const {
    name,
    version,
    license,
    author = '',
    contributors = [],
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file));
  const texts = files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim());
  if (texts.length === 0 && license === 'MIT' && author) {
    // The package names the licence but has no text: ours differs only in the copyright holders.
    const holders = [author, ...contributors].map((one) => one.name ?? one).join(', ');
    const mit = readFileSync('LICENSE', 'utf8').replace(/\r\n?/g, '\n');
    texts.push(
      `MIT License\n\nCopyright (c) ${holders}\n\n${mit.slice(mit.indexOf('Permission is')).trim()}`,
    );
  }
  if (!license || texts.length === 0) throw new Error(`${folder} names no licence or has no text of it.`);
  return { name, version, license, text: texts.join('\n\n') };
}

/**
 * The text of the notices file.
 * @param {readonly string[]} folders see {@link bundledPackages}
 */
function noticesOf(folders) {
  const rule = '-'.repeat(80);
  const notices = folders
    .map(noticeOf)
    .map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`);
  return `Purpose contains these packages, each under the licence that follows its name.\n\n${rule}\n${notices.join(`\n${rule}\n`)}`;
}

module.exports = { NOTICES, bundledPackages, noticeOf, noticesOf };
