import { BLOCKING, NodeFiles } from '../files/node-files';
import { runGit } from '../files/node-git';
import type { Command, CommandIo } from './command';
import { dispatch } from './dispatch';
import { outputTo } from './output';
import { runShellCommand } from './shell-command';

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Otherwise a closed terminal (Ctrl+D) would leave the question pending forever.
  const closed = new Promise<never>((_, reject) => {
    terminal.once('close', () => reject(new Error('The terminal was closed; nothing was recorded.')));
  });
  try {
    return await Promise.race([terminal.question(question), closed]);
  } finally {
    terminal.close();
  }
}

// In this order, because asking for `process.stdin` opens it.
const interactive = Boolean(process.stdout.isTTY && process.stdin.isTTY);

const io: CommandIo = {
  files: new NodeFiles(BLOCKING),
  cwd: process.platform === 'win32' ? process.cwd().replaceAll('\\', '/') : process.cwd(),
  windows: process.platform === 'win32',
  stdin: readStdin,
  interactive,
  color: !process.env.NO_COLOR && (Boolean(process.env.FORCE_COLOR) || Boolean(process.stdout.isTTY)),
  ask,
  ...outputTo(process.stdout, process.stderr, (code) => process.exit(code)),
  now: () => new Date(),
  env: process.env,
  git: (args, cwd, signal, input) => runGit(args, cwd, { signal, input }),
  run: runShellCommand,
};

/** Runs one of some commands with the arguments of this process. */
export async function runMain(commands: readonly Command[]): Promise<void> {
  // Sets the exit code instead of exiting, because output to a pipe may still be pending.
  process.exitCode = await dispatch(process.argv.slice(2), io, commands);
}
