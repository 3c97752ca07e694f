import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { outputTo } from '../../../src/cli/output';

/** A stream that keeps what is written, or fails with an error of a code. */
class Stream extends Writable {
  written = '';

  constructor(readonly code?: string) {
    super();
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    if (this.code === undefined) this.written += chunk.toString();
    done(this.code === undefined ? undefined : Object.assign(new Error('failed'), { code: this.code }));
  }
}

describe('the output of the command line', () => {
  const print = async (code?: string): Promise<{ exit: number | undefined; out: string; err: string }> => {
    const [stdout, stderr] = [new Stream(code), new Stream()];
    let exit: number | undefined;
    const { out, err } = outputTo(stdout, stderr, (given) => {
      exit = given;
    });
    const failed = new Promise((resolve) => stdout.once(code === undefined ? 'finish' : 'error', resolve));
    out('one\n');
    if (code === undefined) stdout.end();
    await failed;
    if (code !== undefined) out('two\n');
    await new Promise(setImmediate);
    if (code === 'EPIPE') err('three\n');
    return { exit, out: stdout.written, err: stderr.written };
  };

  it('goes to its stream', async () => {
    assert.deepEqual(await print(), { exit: undefined, out: 'one\n', err: '' });
  });

  it('may be left unread, which does not end the command', async () => {
    assert.deepEqual(await print('EPIPE'), { exit: undefined, out: '', err: 'three\n' });
  });

  it('tells in one line why it cannot be written', async () => {
    const err = 'The output could not be written: the disk is full.\n';
    assert.deepEqual(await print('ENOSPC'), { exit: 2, out: '', err });
    assert.equal((await print('EINVAL')).err, 'The output could not be written: failed.\n');
  });
});
