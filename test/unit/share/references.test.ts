import assert from 'node:assert/strict';
import fc from 'fast-check';
import { join } from '../../../src/files/paths';
import {
  afterMoves,
  keepReferences,
  type Moves,
  referencesIn,
  targetOf,
} from '../../../src/share/references';
import { applyEdits } from '../../../src/text/text-edit';

const README = '# Crew\n\n<!-- purpose:begin crew.purpose.md -->\n> We mend.\n<!-- purpose:end -->\n';
const CREW = '---\nserves: ../guild.purpose.md # ours\n---\nWe mend.\n';

function kept(path: string, text: string, from: string, to: string): string {
  return applyEdits(text, keepReferences(path, text, [{ from, to }]));
}

describe('references to purpose files', () => {
  it('are found in front matter and in markers, to the character', () => {
    const [serves] = referencesIn('/a/b/crew.purpose.md', CREW);
    assert.equal(serves && CREW.slice(serves.start, serves.end), '../guild.purpose.md');
    assert.equal(serves && targetOf('/a/b/crew.purpose.md', serves), '/a/guild.purpose.md');
    assert.equal(referencesIn('/a/README.md', README)[0]?.written, 'crew.purpose.md');
    assert.deepEqual(referencesIn('/a/README.md', CREW), []);
    assert.deepEqual(
      referencesIn('/a/crew.purpose.md', '---\nserves: https://x.org/a.purpose.md\n---\n').map((it) =>
        targetOf('/a/x', it),
      ),
      [undefined],
    );
  });

  it('follow a file that is renamed or moved, and a folder', () => {
    assert.match(
      kept('/w/README.md', README, '/w/crew.purpose.md', '/w/teams/our crew.purpose.md'),
      /begin "teams\/our crew\.purpose\.md" -->/,
    );
    assert.match(
      kept('/w/b/crew.purpose.md', CREW, '/w/guild.purpose.md', '/w/union.purpose.md'),
      /serves: \.\.\/union\.purpose\.md # ours/,
    );
    assert.match(
      kept('/w/b/crew.purpose.md', CREW, '/w/b', '/w/c/d'),
      /serves: \.\.\/\.\.\/guild\.purpose\.md #/,
    );
    assert.equal(kept('/w/b/crew.purpose.md', CREW, '/w', '/x'), CREW);
    assert.equal(kept('/w/README.md', README, '/w/other.purpose.md', '/w/crews.purpose.md'), README);
    const dotted = README.replace('crew.p', './crew.p');
    assert.match(
      kept('/w/README.md', dotted, '/w/crew.purpose.md', '/w/us.purpose.md'),
      /begin \.\/us\.purpose/,
    );
    const quoted = CREW.replace('../guild.purpose.md', "'../guild.purpose.md'");
    assert.match(
      kept('/w/b/crew.purpose.md', quoted, '/w/guild.purpose.md', '/w/a: b.purpose.md'),
      /'\.\.\/a: b\.purpose\.md'/,
    );
  });

  it('keep their targets after any move', () => {
    const folder = fc.constantFrom('/w', '/w/a', '/w/a/b', '/w/c');
    const name = fc.constantFrom('x.purpose.md', 'the y.purpose.md');
    fc.assert(
      fc.property(folder, folder, name, folder, folder, (home, there, file, from, to) => {
        fc.pre(from !== '/w' && !to.startsWith(from));
        const path = join(home, 'host.purpose.md');
        const target = join(there, file);
        const written = `${'../'.repeat(home.split('/').length - 1)}${target.slice(1)}`;
        const text = `---\nserves: ${written}\n---\n<!-- purpose:begin "${written}" -->\n<!-- purpose:end -->\n`;
        const moves: Moves = [{ from, to: `${to}/new` }];
        const now = applyEdits(text, keepReferences(path, text, moves));
        const place = afterMoves(path, moves);
        const targets = referencesIn(place, now).map((reference) => targetOf(place, reference));
        assert.deepEqual(targets, [afterMoves(target, moves), afterMoves(target, moves)]);
      }),
      { numRuns: 100 },
    );
  });
});
