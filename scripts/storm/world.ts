import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isRecord, parseRecord } from '../../src/history/record-text';

/** The result of one part of the storm. */
export interface Outcome {
  /** Number of tries. */
  readonly tried: number;
  /** Data that was lost or wrong, one line each. */
  readonly wrong: readonly string[];
}

/** The command line that `node esbuild.js` built. */
export const CLI = resolve('dist/cli.cjs');

const README = `# R\n\n<!-- purpose:begin team.purpose.md -->\n\n> old\n\n<!-- purpose:end -->\n\n${'A paragraph that must stay.\n\n'.repeat(1000)}THE END.\n`;
const PAGE = `<p>${'mine '.repeat(5000)}</p><!-- end -->\n`;
const RECORD = `---\nversion: 1\nid: 2026-01-01T000000Z-note-0000\ntime: 2026-01-01T00:00:00.000Z\nauthor: A\ntype: note\n---\n\n> We mend nets.\n\nEarlier.\n`;

/** Commands that write, each a case of its own. */
export const DEEDS: readonly (readonly string[])[] = [
  ['note', 'team.purpose.md', '--fit', 'fits', '-m', 'one', '--author', 'A'],
  ['reaffirm', 'team.purpose.md', '-m', 'still', '--author', 'A'],
  ['share'],
  ['new', 'club.purpose.md', '--template', 'so-that'],
  ['export', 'team.purpose.md', '-o', 'page.html', '--force'],
];

/** A folder with a purpose file, a shared copy, an exported page and one record, for one run. */
export class World {
  readonly folder = mkdtempSync(join(tmpdir(), 'purpose-storm-'));
  readonly records = join(this.folder, '.purpose', 'team');

  constructor() {
    this.write('team.purpose.md', '# T\n\nWe mend nets for fishers in Leith so that they sail on Monday.\n');
    this.write('README.md', README);
    this.write('page.html', PAGE);
    mkdirSync(this.records, { recursive: true });
    this.write('.purpose/team/2026-01-01T000000Z-note-0000.md', RECORD);
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Files that are damaged: neither unchanged nor as a command leaves them. */
  damage(): string[] {
    const wrong: string[] = [];
    if (!this.read('README.md').endsWith('THE END.\n')) wrong.push('README.md is cut');
    if (!/-->\s*$|<\/html>\s*$/.test(this.read('page.html'))) wrong.push('page.html is cut');
    const club = join(this.folder, 'club.purpose.md');
    if (existsSync(club) && !this.read('club.purpose.md').endsWith('\n'))
      wrong.push('club.purpose.md is cut');
    for (const name of readdirSync(this.records).filter((one) => one.endsWith('.md'))) {
      const text = this.read(`.purpose/team/${name}`);
      if (!isRecord(parseRecord(name, text))) wrong.push(`the record ${name} cannot be read`);
    }
    if (this.read('.purpose/team/2026-01-01T000000Z-note-0000.md') !== RECORD)
      wrong.push('an earlier record changed');
    return wrong;
  }

  /** Whether a command has done here what it was called for. */
  hasDone([command]: readonly string[]): boolean {
    switch (command) {
      case 'share':
        return !this.read('README.md').includes('> old');
      case 'new':
        return existsSync(join(this.folder, 'club.purpose.md'));
      case 'export':
        return this.read('page.html').includes('</html>');
      default:
        return readdirSync(this.records).filter((name) => name.endsWith('.md')).length > 1;
    }
  }

  /** Runs the command line here and waits for its end. `code` is `null` if it was killed. */
  run(args: readonly string[], node: readonly string[] = []): Promise<{ code: number | null; out: string }> {
    return new Promise((done) => {
      const child = execFile(process.execPath, [...node, CLI, ...args], { cwd: this.folder }, (_error, out) =>
        done({ code: child.exitCode, out }),
      );
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
