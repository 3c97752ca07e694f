import assert from 'node:assert/strict';
import { CaselessFiles } from '../support/caseless-files';
import { runIn } from '../support/cli';

const HERE = 'C:/Users/Bo/team';
const CRLF = '# Crew\r\n\r\n> We mend many bicycles.\r\n';
const GOOD = '> We mend the bicycles of commuters in Leith, so that they ride to work on time.';

/** Runs `purpose` as on Windows: backslashes in the arguments, case-insensitive names. */
function onWindows(
  given: CaselessFiles | Readonly<Record<string, string>>,
  args: readonly string[],
  cwd = HERE,
) {
  const files = given instanceof CaselessFiles ? given : new CaselessFiles(given);
  return runIn(files, args, '', { cwd, windows: true });
}

describe('purpose on Windows', () => {
  it('takes paths with backslashes and prints them with slashes, from where it was called', async () => {
    const files = { [`${HERE}/docs/crew.purpose.md`]: CRLF };
    for (const named of ['docs\\crew.purpose.md', 'c:\\users\\bo\\team\\docs\\crew.purpose.md', '.']) {
      const { out, code } = await onWindows(files, ['lint', '--format', 'json', named]);
      assert.equal(code, 0, named);
      const [file] = JSON.parse(out).files;
      assert.equal(
        file.path.toLowerCase(),
        named.startsWith('c:') ? named.replaceAll('\\', '/') : 'docs/crew.purpose.md',
      );
      assert.deepEqual(file.statement.start, { line: 3, column: 3, offset: 12 });
    }
  });

  it('treats drive letters as case-insensitive', async () => {
    const files = { [`${HERE}/crew.purpose.md`]: CRLF };
    const { out } = await onWindows(files, ['lint', 'c:\\Users\\Bo\\team\\crew.purpose.md']);
    assert.match(out, /^crew\.purpose\.md\n/);
  });

  it('works in a folder of a network share', async () => {
    const share = '//Server/Plans/team';
    const files = { [`${share}/crew.purpose.md`]: CRLF, [`${share}/README.md`]: '# Crew\r\n' };
    const linted = await onWindows(files, ['lint'], share);
    assert.equal(linted.code, 0, linted.err);
    assert.match(linted.out, /^crew\.purpose\.md\n/);
    const outside = await onWindows(files, ['lint', '..\\..\\..\\crew.purpose.md'], share);
    assert.equal(outside.code, 2);
    assert.match(outside.err, /\/\/server\/plans\/crew\.purpose\.md/);
  });

  it('keeps the line ends of a file that it mends', async () => {
    const twice = `# Crew\r\n\r\n> We mend the the bicycles of commuters in Leith, so that they ride to work.\r\n\r\nBy hand.\r\n`;
    const { files, code } = await onWindows({ [`${HERE}/crew.purpose.md`]: twice }, ['lint', '--fix']);
    assert.equal(code, 0);
    assert.equal(files.text(`${HERE}/crew.purpose.md`), twice.replace('the the', 'the'));
  });

  it('takes a statement with other line ends for the same, as after a checkout with core.autocrlf', async () => {
    const quote = '> We mend the bicycles\n> of commuters in Leith, so that they ride to work on time.\n';
    const files = new CaselessFiles({ [`${HERE}/crew.purpose.md`]: quote });
    const kept = await onWindows(files, [
      'reaffirm',
      'crew.purpose.md',
      '-m',
      'Still true.',
      '--author',
      'Bo',
    ]);
    assert.equal(kept.code, 0, kept.err);
    const history = async () =>
      JSON.parse((await onWindows(files, ['history', 'crew.purpose.md', '--format', 'json'])).out).entries;
    const before = await history();
    assert.equal(before.length, 2);
    await files.write(`${HERE}/crew.purpose.md`, new TextEncoder().encode(quote.replaceAll('\n', '\r\n')));
    assert.deepEqual(await history(), before);
  });

  it('finds records and copies of a file that is named in another case', async () => {
    const host = '<!-- purpose:begin CREW.purpose.md -->\r\n<!-- purpose:end -->\r\n';
    const files = new CaselessFiles({
      [`${HERE}/Crew.purpose.md`]: `${GOOD}\r\n`,
      [`${HERE}/README.md`]: host,
    });
    const kept = await onWindows(files, [
      'reaffirm',
      'Crew.purpose.md',
      '-m',
      'Still true.',
      '--author',
      'Bo',
    ]);
    assert.equal(kept.code, 0, kept.err);
    const { out } = await onWindows(files, ['history', 'crew.PURPOSE.md', '--format', 'json']);
    assert.equal(JSON.parse(out).entries.length, 2);
    assert.equal((await onWindows(files, ['share'])).code, 0);
    assert.ok(files.text(`${HERE}/README.md`).includes(`\r\n${GOOD}\r\n`));
    assert.doesNotMatch(files.text(`${HERE}/README.md`), /[^\r]\n/);
    assert.equal((await onWindows(files, ['share', '--check'])).code, 0);
  });

  it('makes no file whose name Windows keeps for itself', async () => {
    for (const name of ['con', 'plans\\AUX.purpose.md', 'a?b', 'notes:today']) {
      const { code, err, files } = await onWindows({ [`${HERE}/x.md`]: '' }, [
        'new',
        name,
        '--template',
        'team',
      ]);
      assert.equal(code, 2, name);
      assert.match(err, /on every system\. Choose another name\./);
      assert.deepEqual(files.paths, [`${HERE}/x.md`]);
    }
  });
});
