import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loopInWords, type Serving, servesGraph, servesPath } from '../../../src/care/serves';

describe('servesPath', () => {
  it('leads from the folder of the file, leaves the web alone and refuses the rest', () => {
    assert.deepEqual(servesPath('/w/a/t.purpose.md', '../g.purpose.md'), { target: '/w/g.purpose.md' });
    assert.equal(servesPath('/w/t.purpose.md', 'https://example.org/purpose'), undefined);
    for (const written of [
      '/g.purpose.md',
      'C:/g.purpose.md',
      'file:g.purpose.md',
      '..\\g.purpose.md',
      'g.txt',
    ]) {
      assert.ok('problem' in (servesPath('/w/t.purpose.md', written) ?? {}), written);
    }
  });
});

describe('servesGraph', () => {
  it('finds edges, broken links and loops', () => {
    const graph = servesGraph([
      { path: '/w/team.purpose.md', serves: 'guild.purpose.md' },
      { path: '/w/guild.purpose.md', serves: 'org.purpose.md' },
      { path: '/w/org.purpose.md', serves: 'guild.purpose.md' },
      { path: '/w/self.purpose.md', serves: './self.purpose.md' },
      { path: '/w/lost.purpose.md', serves: 'gone.purpose.md' },
      { path: '/w/odd.purpose.md', serves: 'README.md' },
      { path: '/w/web.purpose.md', serves: 'https://example.org' },
      { path: '/w/free.purpose.md' },
      { path: '/w/empty.purpose.md', serves: '' },
    ]);
    assert.deepEqual(graph.edges, [
      { from: '/w/team.purpose.md', to: '/w/guild.purpose.md' },
      { from: '/w/guild.purpose.md', to: '/w/org.purpose.md' },
      { from: '/w/org.purpose.md', to: '/w/guild.purpose.md' },
      { from: '/w/self.purpose.md', to: '/w/self.purpose.md' },
    ]);
    assert.deepEqual(
      graph.broken.map(({ path }) => path),
      ['/w/lost.purpose.md', '/w/odd.purpose.md'],
    );
    assert.deepEqual(graph.loops.map(loopInWords), ['guild → org → guild', 'self → self']);
  });

  it('finds each loop once, in any order of the files, and nothing else', () => {
    const world = fc
      .integer({ min: 1, max: 12 })
      .chain((count) =>
        fc.tuple(
          fc.array(fc.option(fc.nat(count - 1), { nil: undefined }), { minLength: count, maxLength: count }),
          fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
        ),
      );
    fc.assert(
      fc.property(world, ([targets, order]) => {
        const files: Serving[] = targets.map((target, at) =>
          target === undefined
            ? { path: `/${at}.purpose.md` }
            : { path: `/${at}.purpose.md`, serves: `${target}.purpose.md` },
        );
        const { loops } = servesGraph(order.map((at) => files[at] as Serving));
        // A purpose that reaches itself through the links is in exactly one loop.
        const returns = targets.map((_, at) => {
          let now: number | undefined = targets[at];
          for (let step = 0; step < targets.length && now !== undefined && now !== at; step++)
            now = targets[now];
          return now === at;
        });
        const inLoops = loops.flat().sort();
        assert.deepEqual(
          inLoops,
          files
            .filter((_, at) => returns[at])
            .map(({ path }) => path)
            .sort(),
        );
        for (const loop of loops) {
          for (const [at, path] of loop.entries()) {
            const file = files.find((one) => one.path === path);
            assert.equal(`/${file?.serves}`, loop[(at + 1) % loop.length]);
          }
        }
      }),
    );
  });

  it('takes a chain of any length', () => {
    const files = Array.from({ length: 50_000 }, (_, at) => ({
      path: `/${at}.purpose.md`,
      serves: `${(at + 1) % 50_000}.purpose.md`,
    }));
    assert.deepEqual(
      servesGraph(files).loops.map((loop) => loop.length),
      [50_000],
    );
  });
});
