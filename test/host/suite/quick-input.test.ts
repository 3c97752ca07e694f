import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { askText } from '../../../src/editor/flow/quick-input';
import { tick } from './support/events';

describe('a text input', () => {
  for (const [problem, expected] of [
    [undefined, { kind: 'value', value: '' }],
    [{ problem: 'No.' }, undefined],
  ] as const) {
    it(`that is hidden while its answer is checked has the result of the check: ${problem ? 'none' : 'the answer'}`, async () => {
      let asked = () => {};
      let release = () => {};
      const isAsked = new Promise<void>((resolve) => {
        asked = resolve;
      });
      const isReleased = new Promise<void>((resolve) => {
        release = resolve;
      });
      const answer = askText({
        title: 'Who votes?',
        onType: async () => {
          asked();
          await isReleased;
          return problem;
        },
      });
      // The editor has no event for a shown input; accepting before it is shown does nothing.
      const accepting = tick(
        () => void commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
      );
      await isAsked;
      accepting.dispose();
      await commands.executeCommand('workbench.action.closeQuickOpen');
      release();
      assert.deepEqual(await answer, expected);
    });
  }
});
