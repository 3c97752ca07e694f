import type { CommandIo } from '../../../src/cli/command';
import { COMMANDS } from '../../../src/cli/commands';
import { dispatch } from '../../../src/cli/dispatch';
import { MemoryFiles } from './memory-files';

/** The result of one run of the program. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: MemoryFiles;
}

/** Runs `purpose` in the folder `/w` of files in memory. */
export async function runIn(
  given: MemoryFiles | Readonly<Record<string, string>>,
  args: readonly string[],
  stdin = '',
  io: Partial<CommandIo> = {},
): Promise<Ran> {
  const files = given instanceof MemoryFiles ? given : new MemoryFiles({ '/w/.keep': '', ...given });
  let out = '';
  let err = '';
  const all: CommandIo = {
    files,
    cwd: '/w',
    stdin: async () => new TextEncoder().encode(stdin),
    interactive: false,
    color: false,
    ask: () => Promise.reject(new Error('There is no terminal.')),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    now: () => new Date('2026-11-22T15:04:12Z'),
    env: {},
    git: () => Promise.reject(new Error('The program git is not on this machine.')),
    run: () => Promise.reject(new Error('No program is run here.')),
    ...io,
  };
  const code = await dispatch(args, all, COMMANDS);
  return { code, out, err, files };
}
