import assert from 'node:assert/strict';
import { frontMatterFences, hasOpenFence, looksUnfinished } from '../../../src/text/front-matter-fences';

describe('front matter fences', () => {
  const body = (text: string): string | undefined => {
    const fences = frontMatterFences(text);
    return fences && text.slice(fences.body.start, fences.body.end);
  };

  it('reads YAML and TOML with any line ending and a byte-order mark', () => {
    assert.equal(body('---\na: 1\n---\nx'), 'a: 1\n');
    assert.equal(body('\uFEFF---\r\na: 1\r\n...\r\nx'), 'a: 1\r\n');
    assert.equal(body('+++\ra = 1\r+++'), 'a = 1\r');
    assert.equal(body('---\n---\n'), '');
  });

  it('reads no front matter without a closing line', () => {
    assert.equal(body('---\na: 1\n+++\n'), undefined);
    assert.equal(body('--- a\nb\n---\n'), undefined);
    assert.deepEqual([hasOpenFence('---\nkind: team\n'), looksUnfinished('---\nkind: team\n')], [true, true]);
    assert.deepEqual(
      [hasOpenFence('---\n\nWe bake.\n'), looksUnfinished('---\n\nWe bake.\n')],
      [true, false],
    );
  });
});
