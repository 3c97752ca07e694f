import type { Command, CommandIo } from '../../../src/cli/command';
import { MemoryFiles } from '../../../src/files/memory-files';

/** What a command said and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command on files in memory, called from `/w`. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  files: MemoryFiles = new MemoryFiles(),
  changes: Partial<CommandIo> = {},
): Promise<Ran> {
  let [out, err] = ['', ''];
  const io: CommandIo = {
    files,
    cwd: '/w',
    stdin: async () => new Uint8Array(),
    interactive: false,
    color: false,
    ask: () => Promise.reject(new Error('Nobody is there to ask.')),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    now: () => new Date('2026-11-22T12:00:00Z'),
    env: {},
    git: () => Promise.reject(new Error('The program git is not on this machine.')),
    ...changes,
  };
  return { code: await command.run(args, io), out, err };
}
