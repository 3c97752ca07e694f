import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Served, servesForest } from '../../../src/care/forest';
import type { Serving } from '../../../src/care/serves';

/** `guild(team(crew), choir)` */
function shape(nodes: readonly Served<Serving>[]): string {
  return nodes
    .map(({ file, servedBy }) => {
      const name = file.path.slice(1).replace('.purpose.md', '');
      return servedBy.length > 0 ? `${name}(${shape(servedBy)})` : name;
    })
    .join(' ');
}

function file(name: string, serves?: string): Serving {
  return { path: `/${name}.purpose.md`, ...(serves && { serves: `${serves}.purpose.md` }) };
}

function count(nodes: readonly Served<Serving>[]): number {
  return nodes.reduce((sum, { servedBy }) => sum + 1 + count(servedBy), 0);
}

describe('the forest of purposes', () => {
  it('nests each below the one it serves', () => {
    const files = [file('choir', 'guild'), file('crew', 'team'), file('guild'), file('team', 'guild')];
    assert.equal(shape(servesForest(files)), 'guild(choir team(crew))');
  });

  it('begins a round with its first, and names it on each', () => {
    const forest = servesForest([file('c', 'a'), file('a', 'b'), file('b', 'c'), file('d', 'b')]);
    assert.equal(shape(forest), 'a(c(b(d)))');
    const names = forest[0]?.loop;
    assert.deepEqual(names, ['/a.purpose.md', '/b.purpose.md', '/c.purpose.md']);
    assert.equal(forest[0]?.servedBy[0]?.loop, names);
  });

  it('holds one that serves itself', () => {
    const [only, ...more] = servesForest([file('a', 'a')]);
    assert.deepEqual([only?.servedBy, only?.loop, more], [[], ['/a.purpose.md'], []]);
  });

  it('says of one that leads nowhere why', () => {
    const [only] = servesForest([file('a', 'gone')]);
    assert.match(only?.broken ?? '', /gone\.purpose\.md/);
  });

  it('holds every purpose once, for any `serves:`', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, fc.option(name)), { selector: ([own]) => own }), (pairs) => {
        const forest = servesForest(pairs.map(([own, serves]) => file(own, serves ?? undefined)));
        assert.equal(count(forest), pairs.length);
      }),
      { numRuns: 300 },
    );
  });
});
