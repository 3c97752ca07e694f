import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainOf as plainOfMarkdown } from '../../../src/history/statement-of';
import { happening, plainOf, World } from './recorder-world';

const SEQUENCES = Number(process.env.PURPOSE_SEQUENCES ?? 250);

describe('the recorder, for any sequence of events', () => {
  it('keeps exactly the statements that were on disk at a save', async function () {
    // 250 sequences take about 4 s on a quiet machine.
    this.timeout(Math.max(120_000, SEQUENCES * 120));
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.constantFrom('We run.', 'We mend bicycles with children in Leith.'), { nil: undefined }),
        fc.array(happening, { minLength: 1, maxLength: 20 }),
        async (first, events) => {
          const world = new World();
          await world.begin(first);
          for (const event of events) await world.happens(event);
          const history = new Set([...(await world.history())].map(plainOfMarkdown));
          // A wording that a crash kept from being recorded is still in the file.
          const kept = new Set([...history, plainOf(world.onDisk)]);
          for (const statement of world.owed) assert.ok(kept.has(statement), `lost: ${statement}`);
          for (const statement of history) assert.ok(world.seen.has(statement), `invented: ${statement}`);
        },
      ),
      { numRuns: SEQUENCES },
    );
  });
});
