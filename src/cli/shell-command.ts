import { safePath } from '../files/node-program';

/** Maximum output of a program, in bytes. */
const LARGEST_OUTPUT = 1024 * 1024;
const LARGEST_COMPLAINT = 64 * 1024;

/**
 * Runs the user's command line in the shell, writes a text to its standard input and returns its output; rejects with a
 * one-sentence error. The command must come from the command line, never from a file.
 * @param signal stops the program and its children; the promise then rejects with the signal's reason
 */
export type RunShellCommand = (command: string, input: string, signal: AbortSignal) => Promise<string>;

/** {@link RunShellCommand} with Node. */
export const runShellCommand: RunShellCommand = async (command, input, signal) => {
  // Imported lazily, because loading takes time and few commands need it.
  const { spawn } = await import('node:child_process');
  signal.throwIfAborted();
  const windows = process.platform === 'win32';
  const child = spawn(command, {
    shell: true,
    // A separate process group, so that the shell's children can be stopped with it.
    detached: !windows,
    windowsHide: true,
    env: { ...safePath(process.env), NoDefaultCurrentDirectoryInExePath: '1' },
  });
  const stop = () => {
    if (child.pid === undefined) return;
    try {
      if (windows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true }).unref();
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has already exited.
    }
  };
  return new Promise<string>((resolve, reject) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let [printed, complained] = [0, 0];
    let problem: unknown;
    const stopWith = (why: unknown) => {
      problem ??= why;
      stop();
    };
    const aborted = () => stopWith(signal.reason);
    const interrupted = (name: NodeJS.Signals) => {
      stop();
      process.removeListener(name, interrupted);
      process.kill(process.pid, name);
    };
    const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    signal.addEventListener('abort', aborted, { once: true });
    for (const name of ending) process.on(name, interrupted);
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.length;
      if (printed > LARGEST_OUTPUT)
        stopWith(new Error(`“${command}” printed more than 1 MB and was stopped.`));
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complained += chunk.length;
      if (complained <= LARGEST_COMPLAINT) err.push(chunk);
    });
    // A program may exit without reading all of its input.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', (error) => {
      problem ??= new Error(`“${command}” could not be started: ${error.message}.`);
    });
    child.on('close', (code, killedBy) => {
      signal.removeEventListener('abort', aborted);
      for (const name of ending) process.removeListener(name, interrupted);
      const printedText = Buffer.concat(out).toString();
      if (problem) reject(problem);
      else if (code === 0) resolve(printedText);
      else reject(new Error(failure(command, code, killedBy, Buffer.concat(err).toString())));
    });
  });
};

function failure(command: string, code: number | null, killedBy: string | null, complaint: string): string {
  const said = complaint.trim().split(/[\r\n]/, 1)[0] ?? '';
  const because = said === '' ? '.' : `: ${said}`;
  // Exit codes of POSIX shells and cmd.exe for an unknown program.
  if (code === 127 || code === 9009) return `“${command}” was not found${because}`;
  return killedBy
    ? `“${command}” was ended by ${killedBy}${because}`
    : `“${command}” ended with exit code ${code}${because}`;
}
