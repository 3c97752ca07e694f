import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runIn } from '../support/cli';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { problemMatchers: { name: string; pattern: Record<string, number> & { regexp: string } }[] };
};

describe('the problem matcher', () => {
  it('reads every line of `purpose lint --format github`', async () => {
    const files = { '/w/a crew.purpose.md': '# Crew\n\n> We strive to mend {{what}}\n> for many.\n' };
    const { out } = await runIn(files, ['lint', '--format', 'github']);
    const [matcher] = contributes.problemMatchers;
    assert.equal(matcher?.name, 'purpose-lint');
    const { regexp, ...groups } = matcher.pattern;
    const found = out
      .trim()
      .split('\n')
      .map((line) => {
        const match = new RegExp(regexp).exec(line);
        assert.ok(match, line);
        const of = (name: string) => match[groups[name] ?? -1];
        return [of('severity'), of('file'), of('line'), of('column'), of('code')];
      });
    assert.deepEqual(found[0], ['notice', 'a crew.purpose.md', '3', '6', 'hedge']);
    assert.ok(
      found.some(([severity, , , , code]) => severity === 'warning' && code === 'unfilled-placeholder'),
    );
    assert.match(out, /::“strive to” promises to try/);
  });
});
