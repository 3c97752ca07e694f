import assert from 'node:assert/strict';
import { temporaryFolder } from '../harness/cleanup';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { momentsIn, writeMoments } from './support/moments';
import { typeInto } from './support/typing';

// The Node host: examples.test.ts and history-moments.test.ts.
describe('a window with the extension in a web worker', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let workbench: Workbench;
  before(async () => {
    folder = await temporaryFolder('web');
    await writeMoments(folder.path);
    workbench = await openWorkbench({ host: 'web', workspace: folder.path, height: 900 });
  });
  after(async () => {
    await workbench?.close();
    folder?.remove();
  });

  it('shows a purpose file as Markdown, with its text, and takes typing', async () => {
    await typeInto(workbench, 'typed.purpose.md', 'mend');
  });

  it('lists the extension as activated', async () => {
    await workbench.openFile('typed.purpose.md');
    assert.match(await workbench.waitForActivation(), /Activation: \d+ms/);
  });

  momentsIn('web', async () => workbench);
});
