import { execFile } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { promisify } from 'node:util';
import { NodeFiles } from '../files/node-files';
import { runCli } from './cli';
import type { CommandIo } from './command';

const run = promisify(execFile);

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // A terminal that is closed (Ctrl+D) would leave the question open for ever.
  const closed = new Promise<never>((_, reject) => {
    terminal.once('close', () => reject(new Error('The terminal was closed.')));
  });
  try {
    return await Promise.race([terminal.question(question), closed]);
  } finally {
    terminal.close();
  }
}

async function git(args: readonly string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await run('git', args, {
      cwd,
      maxBuffer: 512 * 1024 * 1024,
      windowsHide: true,
      // What git says when it fails is told apart by its words: they must not depend on the user's language.
      env: { ...process.env, LC_ALL: 'C' },
    });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new Error('The program git is not on this machine.');
    throw new Error(`git ${args[0]} failed: ${(stderr ?? String(error)).trim().split('\n')[0]}`);
  }
}

const interactive = Boolean(process.stdin.isTTY && process.stdout.isTTY);

const io: CommandIo = {
  files: new NodeFiles(),
  cwd: process.cwd().replaceAll('\\', '/'),
  stdin: readStdin,
  interactive,
  color: !process.env.NO_COLOR && (Boolean(process.env.FORCE_COLOR) || Boolean(process.stdout.isTTY)),
  ask,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  now: () => new Date(),
  env: process.env,
  git,
};

// `purpose lint | head` closes our output early: that is the reader's good right.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// The exit code is set, not forced: output to a pipe may still be on its way.
void runCli(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
