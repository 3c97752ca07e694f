import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';

const { problemIn } = createRequire(join(process.cwd(), 'package.json'))('./scripts/build/check-data.js') as {
  problemIn(path: string, data: unknown): string | undefined;
};

/** The build's message about a data file after a change of its text. */
function changed(path: string, from: string, to: string): string | undefined {
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from), `${path} has “${from}”`);
  return problemIn(join(process.cwd(), path), parse(text.replace(from, to)));
}

describe('the data files', () => {
  const list = 'src/lint/lexicon/buzzword.yml';

  it('are as the code reads them', () => {
    for (const path of [list, 'src/english/lexicon.yml', 'src/statement/anatomy/words.yml'])
      assert.equal(changed(path, '', ''), undefined);
  });

  it('are all checked by the build', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.yml'),
    );
    assert.ok(files.length > 10);
    for (const name of files) assert.ok(problemIn(join(process.cwd(), 'src', name), { more: [] }), name);
  });

  it('fail the build if a key, a rule, a form or a class is mistyped', () => {
    assert.match(changed(list, 'forms: a', 'formz: a') ?? '', /^buzzword\.yml.*unknown key `formz`/);
    assert.match(changed(list, 'rule: buzzword', 'rule: buzzwort') ?? '', /\.rule is not one of/);
    assert.match(changed(list, 'forms: a', 'forms: x') ?? '', /\.forms is not one of a, n, v/);
    assert.match(
      changed(list, 'counts: vague', 'counts: vage') ?? '',
      /\.traits .*counts is not one of vague/,
    );
    assert.match(changed('src/english/lexicon.yml', ' va:', ' vx:') ?? '', /\.open has the unknown key `vx`/);
    assert.match(changed('src/english/lexicon.yml', 'open:', 'opened:') ?? '', /lacks `open`/);
    assert.match(changed('src/statement/find/names.yml', 'aim:', 'ain:') ?? '', /lacks `aim`/);
    assert.match(changed('src/statement/anatomy/words.yml', 'people:', 'peeple:') ?? '', /lacks `people`/);
    const patterns = 'src/statement/find/patterns.yml';
    assert.match(changed(patterns, 'greeting:', 'greting:') ?? '', /lacks `greeting`/);
    assert.match(changed(patterns, '[{letters}', '[{leters}') ?? '', /names no pattern `leters`/);
    assert.match(
      changed('src/statement/callouts.yml', "names: '", "names: '(") ?? '',
      /\.names is not a regular expression/,
    );
  });

  it('fail the build if YAML parses a word as another type', () => {
    assert.match(
      changed('src/lint/lexicon/buzzword.yml', '- wow', '- true') ?? '',
      /\(true\) is not a record/,
    );
  });
});
