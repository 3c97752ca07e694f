import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runGit as startGit } from '../../../src/files/node-git';
import type { RunGit } from '../../../src/history/git-reader';

const CLEAN = { ...process.env, LC_ALL: 'C', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

const hasGit = spawnSync('git', ['--version']).status === 0;

/** Like `describe`, for tests that need the `git` program; without it they are skipped with a notice. */
export function describeWithGit(title: string, tests: () => void): void {
  if (hasGit) describe(title, tests);
  else {
    console.warn(`SKIPPED for want of the program git: ${title}`);
    describe.skip(title, tests);
  }
}

/** Runs git as our programs do, without the user's settings. */
export const runGit: RunGit = (args, cwd, signal, input) =>
  startGit(args, cwd, { signal, env: CLEAN, input });

/** A folder in which git can be used: by default a temporary one, which `remove` deletes. */
export class GitBox {
  #day = 0;

  constructor(readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'purpose-git-')))) {}

  /** Makes the folder, or a subfolder, a repository. */
  init(below = '.'): this {
    mkdirSync(this.path(below), { recursive: true });
    this.git(['init', '--quiet', '--initial-branch=main'], below);
    for (const [key, value] of [
      ['user.name', 'Zoë'],
      ['user.email', 'z@example.org'],
      ['core.autocrlf', 'false'],
      ['commit.gpgSign', 'false'],
    ] as const)
      this.git(['config', key, value], below);
    return this;
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  git(args: readonly string[], below = '.'): string {
    return execFileSync('git', args, { cwd: this.path(below), env: CLEAN, encoding: 'utf8', stdio: 'pipe' });
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  /** Commits everything, each commit a day after the last. */
  commit(subject: string, below = '.'): void {
    const date = new Date(Date.UTC(2024, 0, ++this.#day)).toISOString();
    this.git(['add', '--all'], below);
    execFileSync('git', ['commit', '--quiet', '--allow-empty', '-m', subject], {
      cwd: this.path(below),
      env: { ...CLEAN, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      stdio: 'pipe',
    });
  }

  /** Rebuilds a stored history in a new folder. */
  rebuild(history: string, below: string): void {
    execFileSync(process.execPath, ['test/rebuild-history.mjs', history, this.path(below)], {
      stdio: 'pipe',
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
