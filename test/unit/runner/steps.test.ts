import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { RunMessage } from '../../runner/protocol';
import { reportSteps, step } from '../../runner/steps';

it('a step inside a case is reported with the name of the case', () => {
  const runner = new EventEmitter();
  const sent: RunMessage[] = [];
  reportSteps(runner as unknown as Mocha.Runner, (message) => sent.push(message));
  runner.emit('test', { fullTitle: () => 'a workshop' });
  step('Purpose: Vote');
  runner.emit('pass', { fullTitle: () => 'a workshop', duration: 5 });
  assert.deepEqual(sent, [
    { event: 'at', title: 'a workshop' },
    { event: 'at', title: 'a workshop › Purpose: Vote' },
    { event: 'passed', title: 'a workshop', milliseconds: 5 },
  ]);
});
