import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dirname, isWithin, join, relative, resolve } from '../../../src/files/paths';

describe('paths', () => {
  it('joins, takes apart and compares disk paths and URIs alike', () => {
    assert.equal(join('/a/b', '../c/./d.md'), '/a/c/d.md');
    assert.equal(join('vscode-vfs://github/a/b', '../c'), 'vscode-vfs://github/a/c');
    assert.equal(join('C:/a', '..', '..', 'b'), 'C:/b');
    assert.equal(dirname('/a.md'), '/');
    assert.equal(dirname('memfs://x/a/b.md'), 'memfs://x/a');
    assert.equal(resolve('/a', '/b'), '/b');
    assert.equal(relative('/a/b', '/a/c/d'), '../c/d');
    assert.equal(isWithin('/a/b', '/a/bc'), false);
    assert.equal(isWithin('/a/b', '/a/b/../../etc'), false);
    assert.equal(isWithin('/a/b', '/a/b/..c'), true);
  });

  it('comes back to a path from its relative form', () => {
    const part = fc.stringMatching(/^[a-z][a-z.]{0,3}$/);
    const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(fc.property(path, path, (from, to) => assert.equal(join(from, relative(from, to)), to)));
  });
});
