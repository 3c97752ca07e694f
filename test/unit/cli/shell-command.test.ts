import assert from 'node:assert/strict';
import { delimiter, isAbsolute } from 'node:path';
import { runShellCommand } from '../../../src/cli/shell-command';

const NODE = `"${process.execPath}"`;
const never = new AbortController().signal;

/** A command line that runs a Node script; the script must not contain double quotes. */
const script = (code: string) => `${NODE} -e "${code}"`;

describe('runShellCommand', () => {
  it('writes a text to a program and returns its output', async () => {
    const text = 'naïve — text\n'.repeat(20_000);
    assert.equal(await runShellCommand(script('process.stdin.pipe(process.stdout)'), text, never), text);
  });

  it('runs a command line of the shell', async () => {
    assert.match(await runShellCommand('echo one && echo two', '', never), /^one\s+two\s+$/);
  });

  it('accepts a program that reads no input', async () => {
    assert.equal(await runShellCommand(script('console.log(7)'), 'x'.repeat(1_000_000), never), '7\n');
  });

  for (const [name, command, sentence] of [
    [
      'a program that is not there',
      'purpose-no-such-program x',
      /^“purpose-no-such-program x” (?:was not found|ended with exit code 1)/,
    ],
    [
      'a program that fails',
      script(`console.error('no model\\nat all'); process.exit(3)`),
      /ended with exit code 3: no model$/,
    ],
    [
      'a program that prints without end',
      script(`setInterval(() => console.log('x'.repeat(99999)), 0)`),
      /printed more than 1 MB and was stopped\.$/,
    ],
  ] as const) {
    it(`says in one sentence what is wrong: ${name}`, async () => {
      await assert.rejects(runShellCommand(command, '', never), ({ message }: Error) => {
        assert.match(message, sentence);
        return !message.includes('\n') || command.includes('\n');
      });
    });
  }

  it('stops the program and its children, with the reason of the signal', async () => {
    const controller = new AbortController();
    // The inner program keeps the pipe open, so the promise settles only once that has ended as well.
    const inner = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 999)'], { stdio: 'inherit' })`;
    const running = runShellCommand(script(`${inner}; setInterval(() => {}, 999)`), '', controller.signal);
    setTimeout(() => controller.abort(new Error('enough')), 500);
    await assert.rejects(running, new Error('enough'));
    await assert.rejects(runShellCommand('echo', '', controller.signal), new Error('enough'));
  });

  it('finds no program in the current folder or in node_modules/.bin', async () => {
    const before = process.env.PATH;
    process.env.PATH = ['', '.', `${process.cwd()}/node_modules/.bin`, before].join(
      process.platform === 'win32' ? ';' : ':',
    );
    try {
      const path = await runShellCommand(script('console.log(process.env.PATH)'), '', never);
      const folders = path.trim().split(delimiter);
      const unsafe = folders.filter((folder) => !isAbsolute(folder) || folder.endsWith('node_modules/.bin'));
      assert.deepEqual(unsafe, []);
    } finally {
      process.env.PATH = before;
    }
  });
});
