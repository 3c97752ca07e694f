import assert from 'node:assert/strict';
import { yamlPlace } from '../../../src/lint/yaml-place';

function at(text: string) {
  return yamlPlace(text.split('\n'));
}

describe('the place in YAML', () => {
  it('is a key below other keys, or a value', () => {
    assert.deepEqual(at(''), { path: [], key: undefined, typed: '' });
    assert.deepEqual(at('ki'), { path: [], key: undefined, typed: 'ki' });
    assert.deepEqual(at('lint:\n  rules: # ours\n    hed'), {
      path: ['lint', 'rules'],
      key: undefined,
      typed: 'hed',
    });
    assert.deepEqual(at('rules:\n  hedge: o'), { path: ['rules'], key: 'hedge', typed: 'o' });
    assert.deepEqual(at('rules:\n  readability: [w'), { path: ['rules'], key: 'readability', typed: 'w' });
    assert.deepEqual(at('rules:\n  a: off\n\n  '), { path: ['rules'], key: undefined, typed: '' });
    assert.deepEqual(at('rules:\n  a: off\nacc'), { path: [], key: undefined, typed: 'acc' });
    assert.deepEqual(at('review: every 3 m'), { path: [], key: 'review', typed: 'every 3 m' });
    assert.deepEqual(at('serves: ../a'), { path: [], key: 'serves', typed: '../a' });
  });

  it('is undefined in comments, lists and invalid YAML', () => {
    assert.equal(at('# ki'), undefined);
    assert.equal(at('accept:\n  - wor'), undefined);
    assert.equal(at('kind: team # or'), undefined);
    assert.equal(at('some words'), undefined);
  });
});
