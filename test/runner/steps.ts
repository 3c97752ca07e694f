import { channel } from 'node:diagnostics_channel';
import type { RunMessage } from './protocol';
import { reportRun } from './report-run';

/** Connects the harness, which is bundled with the cases, to the reporter, which mocha loads on its own. */
const steps = channel('purpose:test-step');

/** Reports a step inside a long case: progress for the watchdog, and a place for the report of a case that hangs. */
export function step(title: string): void {
  steps.publish(title);
}

/** As `reportRun`, and a message for each step inside a case. */
export function reportSteps(runner: Mocha.Runner, send: (message: RunMessage) => void): void {
  let current = '';
  reportRun(runner, (message) => {
    if (message.event === 'at') current = message.title;
    send(message);
  });
  steps.subscribe((title) => send({ event: 'at', title: `${current} › ${title}` }));
}
