import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The first column of the table below a heading, from one file. */
function firstColumn(file: string, heading: string): string {
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf(`\n## ${heading}\n`);
  assert.ok(start >= 0, `${file} has a section "${heading}"`);
  const section = text.slice(start, text.indexOf('\n## ', start + 4) >>> 0);
  return [...section.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell).join(', ');
}

describe('what Purpose is built on', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = `${firstColumn('README.md', 'Built on')}, ${firstColumn('CONTRIBUTING.md', 'Built and tested with')}`;
  const names = new Set(named.split(/, | and |\s/).map((name) => name.replace(/^\[|\]\(.*$|,$/g, '')));

  it('has a reason for each package', () => {
    const untold = Object.keys(devDependencies).filter((name) => {
      if (name.startsWith('@types/')) return !names.has('@types/*');
      return !names.has(name) && !/^(?:micromark|mdast-util-gfm)-/.test(name);
    });
    assert.deepEqual(untold, []);
  });

  it('is pinned to exact versions', () => {
    for (const [name, version] of Object.entries(devDependencies))
      assert.match(`${version}`, /^\d+\.\d+\.\d+$/, name);
  });
});
