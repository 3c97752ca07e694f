import { commands, type Event } from 'vscode';
import { eventually, tick } from './events';

/**
 * Starts a command that asks something and takes what is offered, step after step, until `probe` has a value.
 * What was asked for last is closed.
 */
export async function acceptUntil<T>(
  what: string,
  command: string,
  args: readonly unknown[],
  probe: () => T | undefined | Promise<T | undefined>,
  events: readonly Event<unknown>[] = [],
): Promise<T> {
  void commands.executeCommand(command, ...args);
  let accepting = Promise.resolve();
  // The editor does not tell when a question is shown; taking what is not there yet does nothing.
  const steps = tick(() => {
    accepting = accepting.then(async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    });
  });
  try {
    return await eventually(what, [tick, ...events], probe);
  } finally {
    steps.dispose();
    await accepting;
    await commands.executeCommand('workbench.action.closeQuickOpen');
  }
}
