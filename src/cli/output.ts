import type { Writable } from 'node:stream';
import { EXIT } from './exit-codes';

/** Why output cannot be written, by the code of the system's error. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EIO: 'the device does not answer',
};

/**
 * The functions that print to two streams. If the reader of the first goes away early, as in `purpose lint | head`, the
 * rest is not printed, and the command still ends with its own exit code. Any other failure is told in one line.
 *
 * @param exit ends the program
 */
export function outputTo(
  stdout: Writable,
  stderr: Writable,
  exit: (code: number) => void,
): { readonly out: (text: string) => void; readonly err: (text: string) => void } {
  let isRead = true;
  stdout.on('error', ({ code = '', message }: NodeJS.ErrnoException) => {
    isRead = false;
    if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return;
    const reason = REASONS[code] ?? message;
    stderr.write(`The output could not be written: ${reason}.\n`, () => exit(EXIT.failed));
  });
  // Nothing is left that could be told, or where.
  stderr.on('error', () => {});
  return {
    out: (text) => {
      if (isRead) stdout.write(text);
    },
    err: (text) => {
      stderr.write(text);
    },
  };
}
