import * as vscode from 'vscode';
import { encode, type SuiteMessage } from './protocol';

type Loader = () => Promise<unknown>;

function send(message: SuiteMessage): void {
  console.log(encode(message));
}

/** Loads the cases, runs them with `mocha` and tells the harness; rejects when one failed or none ran. */
export async function runSuite(mocha: Mocha, load: Loader): Promise<void> {
  mocha.rootHooks({
    async afterEach() {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  });
  await load();
  const counts = { passed: 0, failed: 0, pending: 0 };
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => {
      counts.passed++;
      send({ event: 'passed', title: test.fullTitle(), milliseconds: test.duration ?? 0 });
    });
    runner.on('fail', (test, error) => {
      counts.failed++;
      send({ event: 'failed', title: test.fullTitle(), error: error.stack ?? String(error) });
    });
    runner.on('pending', (test) => {
      counts.pending++;
      send({ event: 'pending', title: test.fullTitle() });
    });
  });
  send({ event: 'end', ...counts });
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
}
