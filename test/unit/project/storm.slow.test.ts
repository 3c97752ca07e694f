import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { failures } from '../../../scripts/storm/failures';
import { fuzz } from '../../../scripts/storm/fuzz';
import { kills } from '../../../scripts/storm/kills';
import { notes, saves } from '../../../scripts/storm/races';
import { CLI } from '../../../scripts/storm/world';

/** The short form of `npm run storm`: limited by counts, so that a slow machine tests as much as a fast one. */
describe('a short storm', function () {
  // Each run of a command is a process, which takes seconds on a busy machine.
  this.timeout(300_000);
  const never = Number.POSITIVE_INFINITY;
  before(() => {
    if (!existsSync(CLI)) execFileSync(process.execPath, ['esbuild.js']);
  });

  it('finds nothing wrong in random texts', () => assert.deepEqual(fuzz(100, never, 7).wrong, []));
  it('leaves everything whole when commands are killed', async function () {
    if (process.platform === 'win32') this.skip();
    assert.deepEqual((await kills(5, never)).wrong, []);
  });
  it('leaves every file whole if the file system fails', async () => {
    const { tried, wrong } = await failures(8, never);
    assert.deepEqual(wrong, []);
    assert.equal(tried, 8);
  });
  it('undoes no save of an editor and loses no note', async () => {
    assert.deepEqual((await saves(1, never)).wrong, []);
    assert.deepEqual((await notes(2, 1, never)).wrong, []);
  });
});
