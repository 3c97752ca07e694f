import assert from 'node:assert/strict';
import { TouchedRecords } from '../../../../src/editor/history/touched-records';

describe('records that changed on disk', () => {
  const paths = (touched: TouchedRecords) => touched.read(async (all) => all);

  it('are read once, and again if they change while they are read', async () => {
    const touched = new TouchedRecords();
    for (const path of ['a', 'b', 'a']) touched.add(path);
    const first = await touched.read(async (all) => {
      touched.add('b');
      return all;
    });
    assert.deepEqual(first, ['a', 'b']);
    assert.deepEqual(await paths(touched), ['b']);
    assert.deepEqual(await paths(touched), []);
  });

  it('are read again if reading fails', async () => {
    const touched = new TouchedRecords();
    touched.add('a');
    await assert.rejects(touched.read(() => Promise.reject(new Error('Stopped.'))));
    assert.deepEqual(await paths(touched), ['a']);
  });
});
