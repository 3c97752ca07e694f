import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Serving } from '../../../src/care/serves';
import { type ServesNode, servesTree } from '../../../src/care/serves-tree';

/** `guild(team(crew), choir)` */
function shape(nodes: readonly ServesNode<Serving>[]): string {
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

function count(nodes: readonly ServesNode<Serving>[]): number {
  return nodes.reduce((sum, { servedBy }) => sum + 1 + count(servedBy), 0);
}

describe('servesTree', () => {
  it('nests each below the one it serves', () => {
    const files = [file('choir', 'guild'), file('crew', 'team'), file('guild'), file('team', 'guild')];
    assert.equal(shape(servesTree(files)), 'guild(choir team(crew))');
  });

  it('begins a round with its first, and names it on each', () => {
    const roots = servesTree([file('c', 'a'), file('a', 'b'), file('b', 'c'), file('d', 'b')]);
    assert.equal(shape(roots), 'a(c(b(d)))');
    const names = roots[0]?.loop;
    assert.deepEqual(names, ['/a.purpose.md', '/b.purpose.md', '/c.purpose.md']);
    assert.equal(roots[0]?.servedBy[0]?.loop, names);
  });

  it('holds one that serves itself', () => {
    const [only, ...more] = servesTree([file('a', 'a')]);
    assert.deepEqual([only?.servedBy, only?.loop, more], [[], ['/a.purpose.md'], []]);
  });

  it('says of one that leads nowhere why', () => {
    const [only] = servesTree([file('a', 'gone')]);
    assert.match(only?.broken ?? '', /gone\.purpose\.md/);
  });

  it('holds every purpose once, for any `serves:`', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, fc.option(name)), { selector: ([own]) => own }), (pairs) => {
        const roots = servesTree(pairs.map(([own, serves]) => file(own, serves ?? undefined)));
        assert.equal(count(roots), pairs.length);
      }),
      { numRuns: 300 },
    );
  });
});
