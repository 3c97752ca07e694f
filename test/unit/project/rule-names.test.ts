import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { rules } from '../../../src/lint/rules';

/**
 * Files that define or export rules by name, features about one rule each, and the kinds of a second reading, which
 * have the names of rules.
 */
const BY_NAME =
  /^src\/(?:lint\/(?:rules|lexicon|wording)\/|lib\/rules\.ts$|reading\/kinds\.ts$|care\/|editor\/(?:care|share)\/)/;

describe('generic code', () => {
  it('reads the traits of rules, and names none', () => {
    const named = new RegExp(`(['"\`])(?:${rules.map(({ id }) => id).join('|')})\\1`);
    const found = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.split(sep).join('/'))
      .filter((path) => !BY_NAME.test(path))
      .flatMap((path) =>
        readFileSync(path, 'utf8')
          .split('\n')
          .filter((line) => named.test(line) && !/^\s*(?:\*|\/[/*])/.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      );
    assert.deepEqual(found, []);
  });
});
