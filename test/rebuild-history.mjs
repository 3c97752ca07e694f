// Rebuilds a git repository from a history stored as JSON lines, oldest first, one version of one file each:
// {"date": ISO 8601, "subject": "...", "path": "a/b.md", "text": "...", "author"?: "Name <mail>"}
// A path that differs from the previous one is a rename. Usage: node test/rebuild-history.mjs HISTORY.jsonl NEW-FOLDER

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit, stderr } from 'node:process';

const [history, folder] = argv.slice(2);
if (!history || !folder) {
  stderr.write('Usage: node test/rebuild-history.mjs HISTORY.jsonl NEW-FOLDER\n');
  exit(2);
}
if (existsSync(folder) && readdirSync(folder).length > 0) {
  stderr.write(`${folder}: this folder is not empty; name a new one.\n`);
  exit(2);
}
mkdirSync(folder, { recursive: true });

const versions = readFileSync(history, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line));

/** Runs git without the user's settings (signing, hooks, line endings). */
function git(args, env = {}) {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env },
  });
}

git(['init', '--quiet', '--initial-branch=main']);
git(['config', 'core.autocrlf', 'false']);
let last;
for (const { date, subject, path, text, author = 'A Writer <writer@example.org>' } of versions) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  if (last !== undefined && last !== path) git(['mv', '-f', last, path]);
  writeFileSync(join(folder, path), text);
  git(['add', '--', path]);
  const [, name = 'A Writer', mail = 'writer@example.org'] = /^(.*?)\s*<(.*)>$/.exec(author) ?? [];
  git(['commit', '--quiet', '--allow-empty', '--cleanup=verbatim', '-m', subject], {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: mail,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: mail,
    GIT_COMMITTER_DATE: date,
  });
  last = path;
}
