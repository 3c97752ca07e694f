import * as vscode from 'vscode';
import { encode } from '../../runner/protocol';
import { reportRun } from '../../runner/report-run';

type Loader = () => Promise<unknown>;

/** Loads the cases, runs them with `mocha` and reports to the harness; rejects if one failed. */
export async function runSuite(mocha: Mocha, load: Loader): Promise<void> {
  mocha.rootHooks({
    async afterEach() {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  });
  await load();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    reportRun(runner, (message) => console.log(encode(message)));
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
