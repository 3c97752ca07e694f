import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { type Ran, runIn } from '../support/cli';
import { MemoryFiles } from '../support/memory-files';

const GOOD = 'We mend the bicycles of commuters in Leith so that they ride to work on time.\n';
const VAGUE = '# Crew\n\n> We mend many bicycles.\n';
const OPEN = 'We mend {{what}}.\n';

function lint(files: Readonly<Record<string, string>> | MemoryFiles, ...args: string[]): Promise<Ran> {
  return runIn(files, ['lint', ...args]);
}

interface JsonFile {
  readonly path: string;
  readonly statement: { readonly text: string; readonly start: unknown; readonly end: unknown } | null;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly text: string;
    readonly start: { readonly offset: number };
  }[];
}

describe('purpose lint', () => {
  for (const format of ['stylish', 'json', 'sarif', 'github']) {
    it(`prints ${format} file by file, so that a large run does not fill the memory`, async () => {
      let printed = '';
      const seen: boolean[] = [];
      class Watched extends MemoryFiles {
        override read(path: string): Promise<Uint8Array> {
          if (path === '/w/b.purpose.md') seen.push(printed.includes('a.purpose.md'));
          return super.read(path);
        }
      }
      const files = new Watched({ '/w/a.purpose.md': VAGUE, '/w/b.purpose.md': VAGUE });
      const out = (text: string) => {
        printed += text;
      };
      await runIn(files, ['lint', '--format', format], '', { out });
      assert.ok(seen.length > 0 && seen.every(Boolean), printed);
    });
  }

  it('says which line it took for the statement by its place alone', async () => {
    const guessed = '# Bakers\n\nThe oven is older than the quay.\n\nFlour is kept dry.\n';
    const { out } = await lint({ '/w/team.purpose.md': guessed });
    assert.match(
      out,
      /Line 3 is taken for the statement by its place alone\. Put <!-- purpose:statement -->/,
    );
    assert.doesNotMatch((await lint({ '/w/team.purpose.md': VAGUE })).out, /by its place alone/);
  });

  it('names the formats and levels if given another, a name of JavaScript included', async () => {
    for (const option of ['--format', '--fail-on']) {
      const { code, err } = await lint({ '/w/team.purpose.md': VAGUE }, option, 'constructor');
      assert.equal(code, 2);
      assert.match(err, new RegExp(`^${option} takes one of .*, not “constructor”`));
    }
  });

  it('prints the contract as JSON', async () => {
    const { out, code } = await lint({ '/w/team.purpose.md': VAGUE }, '--format', 'json', 'team.purpose.md');
    assert.equal(code, 0);
    const report = JSON.parse(out) as { version: number; files: JsonFile[] };
    assert.equal(report.version, 1);
    const [file] = report.files;
    assert.equal(file?.path, 'team.purpose.md');
    assert.deepEqual(file?.statement, {
      text: 'We mend many bicycles.',
      plain: 'We mend many bicycles.',
      by: 'shape',
      start: { line: 3, column: 3, offset: 10 },
      end: { line: 3, column: 25, offset: 32 },
    });
    assert.deepEqual(
      file?.findings
        .filter(({ rule }) => rule === 'vague-quantity')
        .map(({ text, start }) => [text, start.offset]),
      [['many', 18]],
    );
  });

  it('exits 1 from the given severity on, and 0 below it', async () => {
    const files = { '/w/a.purpose.md': OPEN };
    assert.equal((await lint(files)).code, 1);
    assert.equal((await lint(files, '--fail-on', 'error')).code, 0);
    assert.equal((await lint(files, '--fail-on', 'never')).code, 0);
    assert.equal((await lint({ '/w/a.purpose.md': VAGUE }, '--fail-on', 'info')).code, 1);
  });

  it('takes folders for their purpose files, .gitignore honoured, and each file once', async () => {
    const files = {
      '/w/.git/HEAD': '',
      '/w/.gitignore': 'drafts/\n',
      '/w/b.purpose.md': GOOD,
      '/w/a/x.PURPOSE.md': GOOD,
      '/w/drafts/c.purpose.md': GOOD,
      '/w/README.md': 'Many.',
    };
    const { out } = await lint(files, '--format', 'json', '.', 'b.purpose.md');
    assert.deepEqual(
      (JSON.parse(out) as { files: JsonFile[] }).files.map(({ path }) => path),
      ['a/x.PURPOSE.md', 'b.purpose.md'],
    );
  });

  it('prints one clear line for an unreadable file and continues', async () => {
    const files = new MemoryFiles({
      '/w/ok.purpose.md': GOOD,
      '/w/binary.purpose.md': 'a\0b',
      '/w/big.purpose.md': 'x'.repeat(5 * 1024 * 1024),
    });
    await files.write('/w/latin.purpose.md', new Uint8Array([0x63, 0x61, 0x66, 0xe9]));
    const ran = await lint(files, '--format', 'json', '.', 'gone.purpose.md');
    assert.equal(ran.code, 2);
    const report = JSON.parse(ran.out) as { files: JsonFile[]; errors: { path: string }[] };
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ['ok.purpose.md'],
    );
    assert.deepEqual(
      report.errors.map(({ path }) => path),
      ['big.purpose.md', 'binary.purpose.md', 'latin.purpose.md', 'gone.purpose.md'],
    );
    const lines = ran.err.trimEnd().split('\n');
    assert.equal(lines.length, 4);
    assert.match(lines[0] ?? '', /^big\.purpose\.md: this file has 5\.0 MB; .* up to 4\.0 MB\.$/);
    assert.match(lines[1] ?? '', /^binary\.purpose\.md: this is a binary file, not Markdown\.$/);
    assert.match(lines[2] ?? '', /^latin\.purpose\.md: this is not UTF-8; save it with that encoding\.$/);
    assert.match(lines[3] ?? '', /^gone\.purpose\.md: there is no such file/);
  });

  it('applies to equal paragraphs the settings of each folder', async () => {
    const { out } = await lint(
      {
        '/w/a/team.purpose.md': VAGUE,
        '/w/b/.purposerc.yml': 'rules:\n  vague-quantity: error\n',
        '/w/b/team.purpose.md': VAGUE,
        '/w/c/.purposerc.yml': 'rules:\n  vague-quantity: off\n',
        '/w/c/team.purpose.md': VAGUE,
        '/w/d/team.purpose.md': `# Bakers\n\n${VAGUE}`,
      },
      '--format',
      'json',
    );
    const { files } = JSON.parse(out) as { files: readonly JsonFile[] };
    assert.deepEqual(
      files.map(({ findings }) =>
        findings
          .filter(({ rule }) => rule === 'vague-quantity')
          .map(({ severity, start }) => [severity, start.offset]),
      ),
      [[['info', 18]], [['error', 18]], [], [['info', 28]]],
    );
  });

  it('lints standard input under the name that it is given', async () => {
    const files = new MemoryFiles({ '/w/sub/.purposerc.yml': 'rules:\n  vague-quantity: error\n' });
    const ran = await runIn(
      files,
      ['lint', '--format', 'github', '--stdin-filename', 'sub/a.purpose.md'],
      'Many mend.\n',
    );
    assert.match(
      ran.out,
      /^::error file=sub\/a\.purpose\.md,line=1,endLine=1,col=1,endColumn=5,title=purpose%3A vague-quantity::/m,
    );
    assert.equal(ran.code, 1);
  });

  it('reads the nearest settings file and reports its mistakes with their lines', async () => {
    const files = {
      '/w/.purposerc.json': '{\n  "rules": { "vague-quantity": "error" }\n}\n',
      '/w/a/.purposerc.yml': 'rules:\n  vague-quantity: off\n  hege: off\n',
      '/w/a/x.purpose.md': VAGUE,
      '/w/y.purpose.md': VAGUE,
    };
    const { out, err } = await lint(files, '--format', 'json');
    const byPath = new Map(
      (JSON.parse(out) as { files: JsonFile[] }).files.map(({ path, findings }) => [path, findings]),
    );
    assert.ok(!byPath.get('a/x.purpose.md')?.some(({ rule }) => rule === 'vague-quantity'));
    assert.ok(byPath.get('y.purpose.md')?.some(({ rule }) => rule === 'vague-quantity'));
    const message = 'There is no rule `hege`; did you mean `hedge`?';
    assert.equal(err, `a/.purposerc.yml:3:3: ${message}\n`);
    assert.deepEqual((JSON.parse(out) as { errors: unknown }).errors, [
      { path: 'a/.purposerc.yml', line: 3, column: 3, message },
    ]);
    const github = (await lint(files, '--format', 'github')).out;
    assert.ok(github.includes(`::error file=a/.purposerc.yml,line=3,col=3::${message}\n`));
    const sarif = JSON.parse((await lint(files, '--format', 'sarif')).out) as Log;
    const [said] = sarif.runs[0]?.invocations?.[0]?.toolConfigurationNotifications ?? [];
    assert.equal(said?.message.text, message);
    assert.deepEqual(said?.locations?.[0]?.physicalLocation, {
      artifactLocation: { uri: 'a/.purposerc.yml' },
      region: { startLine: 3, startColumn: 3 },
    });
  });

  it('does not exit 0 if settings cannot be used', async () => {
    const file = { '/w/a.purpose.md': GOOD };
    assert.equal((await lint(file)).code, 0);
    const cases = [
      ['{', 2],
      ['[]', 2],
      ['{"scope":"all"}', 2],
      ['{"rules":["hedge"]}', 2],
      ['{"rules":{"hedge":"loud"}}', 2],
      ['{"rules":{"hege":"off"}}', 0],
      ['{"rule":{}}', 0],
    ] as const;
    for (const [settings, expected] of cases) {
      const { code, err, out } = await lint({ ...file, '/w/.purposerc.json': settings });
      assert.equal(code, expected, settings);
      assert.match(err, /^\.purposerc\.json:1:\d+: [^\n]+\n$/);
      assert.match(out, /^a\.purpose\.md\n/, 'the rest is linted');
      const told = await lint({ ...file, '/w/.purposerc.json': settings }, '--format', 'sarif');
      const [invocation] = (JSON.parse(told.out) as Log).runs[0]?.invocations ?? [];
      assert.equal(invocation?.executionSuccessful, expected === 0, settings);
    }
    const missing = await lint(file, '--config', 'nope.json');
    assert.deepEqual([missing.code, missing.err], [2, 'nope.json: there is no such file.\n']);
  });

  it('refuses settings of --config that cannot be used before it lints', async () => {
    const { code, out, err } = await lint(
      { '/w/a.purpose.md': GOOD, '/w/x.yml': 'rules: [\n' },
      '--config',
      'x.yml',
    );
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^x\.yml:\d:\d+: This is not valid YAML: a closing \] is missing\.\n$/);
  });

  it('lints no file that is certainly not Markdown, and the others all the same', async () => {
    const files = { '/w/a.purpose.md': GOOD, '/w/x.html': '<p>We mend.</p>', '/w/notes.txt': 'We mend.' };
    const { code, out, err } = await lint(files, 'x.html', 'a.purpose.md', 'notes.txt');
    assert.equal(code, 2);
    assert.match(out, /^a\.purpose\.md\n[\s\S]*\nnotes\.txt\n/);
    assert.equal(
      err,
      'x.html: this is not a Markdown file; a purpose is in NAME.purpose.md or another Markdown file.\n',
    );
  });

  it('names the settings, but not each rule', async () => {
    const { err } = await lint({ '/w/a.purpose.md': GOOD, '/w/.purposerc.json': '{"surplus":1}' });
    assert.match(
      err,
      /There is no setting `surplus`; there are rules, accept, flag, scope, \$schema, files and the names of the rules\.\n$/,
    );
  });

  it('separates finding and question in running text', async () => {
    const files = { '/w/a.purpose.md': 'We strive to mend {{what}}.\n' };
    const { out } = await lint(files, '--format', 'github');
    assert.match(out, /::“strive to” promises to try\. Do you do it\?/);
    assert.match(out, /::The blank “what” is still open\. What belongs here\?/);
    assert.match((await lint(files, '--format', 'sarif')).out, /promises to try\. Do you do it\?/);
  });

  it('lets front matter have the last word', async () => {
    const { out } = await lint(
      { '/w/a.purpose.md': `---\nlint:\n  vague-quantity: off\n---\n${VAGUE}` },
      '--format',
      'json',
    );
    assert.ok(!out.includes('"rule":"vague-quantity"'));
  });

  it('writes SARIF with every rule and place', async () => {
    const log = JSON.parse((await lint({ '/w/a b.purpose.md': VAGUE }, '--format', 'sarif')).out) as Log;
    const [run] = log.runs;
    const result = run?.results?.find(({ ruleId }) => ruleId === 'vague-quantity');
    assert.equal(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id, 'vague-quantity');
    assert.equal(result?.level, 'note');
    const physical = result?.locations?.[0]?.physicalLocation;
    assert.equal(physical?.artifactLocation?.uri, 'a%20b.purpose.md');
    assert.deepEqual(physical?.region, {
      startLine: 3,
      startColumn: 11,
      endLine: 3,
      endColumn: 15,
      charOffset: 18,
      charLength: 4,
      snippet: { text: 'many' },
    });
  });

  it('is readable in the stylish format', async () => {
    const { out } = await lint({ '/w/a.purpose.md': VAGUE });
    assert.match(out, /^a\.purpose\.md\n {2}4 words, 1 sentence, reading grade /);
    assert.match(out, /3:11 +info +.*vague-quantity\n +How many/);
    assert.ok(!out.includes('\u001b['), 'no colours unless asked for');
    assert.ok((await lint({ '/w/a.purpose.md': VAGUE }, '--color')).out.includes('\u001b['));
  });

  it('explains a wrong call in one line and exits 2', async () => {
    for (const args of [['--format', 'xml'], ['--fail-on', 'all'], ['--nonsense']]) {
      const { code, err } = await lint({}, ...args);
      assert.equal(code, 2);
      assert.match(err, /^[^\n]+[^.]\. See `purpose lint --help`\.\n$/);
    }
    const none = await lint({ '/w/README.md': '' });
    assert.equal(none.code, 0);
    assert.match(none.err, /no \*\.purpose\.md files here/);
  });
});

describe('purpose', () => {
  it('has help and a version, and knows its commands', async () => {
    const io = (args: string[]) => runIn({}, args);
    assert.match((await io(['--help'])).out, /lint/);
    assert.match((await io(['lint', '--help'])).out, /--stdin-filename/);
    assert.match((await io(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
    assert.equal((await io(['lnit'])).code, 2);
    assert.equal((await io([])).code, 2);
  });
});
