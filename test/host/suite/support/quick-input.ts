import { commands, type Event } from 'vscode';
import { eventually, tick } from './events';

/**
 * Starts a command that asks questions and accepts the defaults, step by step, until `probe` has a value. Closes the last
 * question, and waits until the command has ended: what it still does, such as saving, would disturb what comes next.
 */
export async function acceptUntil<T>(
  what: string,
  command: string,
  args: readonly unknown[],
  probe: () => T | undefined | Promise<T | undefined>,
  events: readonly Event<unknown>[] = [],
): Promise<T> {
  const ended = commands.executeCommand(command, ...args);
  let accepting = Promise.resolve();
  // The editor has no event for a shown question; accepting before it is shown does nothing.
  const steps = tick(() => {
    accepting = accepting.then(async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    });
  });
  let value: T;
  try {
    value = await eventually(what, [tick, ...events], probe);
  } finally {
    steps.dispose();
    await accepting;
    await commands.executeCommand('workbench.action.closeQuickOpen');
  }
  await ended;
  return value;
}
