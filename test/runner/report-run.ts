import type { RunMessage } from './protocol';

/** Sends a message for each step of a mocha run. A hook that fails is reported as a failed case. */
export function reportRun(runner: Mocha.Runner, send: (message: RunMessage) => void): void {
  runner.on('hook', (hook) => send({ event: 'at', title: hook.fullTitle() }));
  runner.on('test', (test) => send({ event: 'at', title: test.fullTitle() }));
  runner.on('pass', (test) =>
    send({ event: 'passed', title: test.fullTitle(), milliseconds: test.duration ?? 0 }),
  );
  runner.on('fail', (test, error) =>
    send({ event: 'failed', title: test.fullTitle(), error: error.stack ?? String(error) }),
  );
  runner.on('pending', (test) => send({ event: 'pending', title: test.fullTitle() }));
  runner.on('end', () => send({ event: 'end' }));
}
