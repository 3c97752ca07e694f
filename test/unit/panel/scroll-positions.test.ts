import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ScrollPosition, ScrollPositions } from '../../../src/panel/scroll-positions';

const place = (document: string, top = 0): ScrollPosition => ({
  document,
  filter: 'notes',
  open: 'k',
  drawn: 60,
  sight: { key: 'k', top },
});

describe('the places in the histories', () => {
  it('are kept by purpose, the last one of each', () => {
    const places = new ScrollPositions(undefined);
    places.keep(place('a', 1));
    places.keep(place('b', 2));
    const kept = places.keep(place('a', 3));
    assert.deepEqual(kept, [place('b', 2), place('a', 3)]);
    const again = new ScrollPositions(JSON.parse(JSON.stringify(kept)));
    assert.deepEqual(again.of('a'), place('a', 3));
    assert.equal(again.of('c'), undefined);
  });

  it('are forgotten for purposes that were not shown for long', () => {
    const places = new ScrollPositions([]);
    let kept: readonly ScrollPosition[] = [];
    for (let at = 0; at < 50; at++) kept = places.keep(place(String(at)));
    assert.equal(kept.length, 20);
    assert.equal(kept.at(-1)?.document, '49');
    assert.equal(places.of('0'), undefined);
  });

  it('are dropped if the stored value has another shape', () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        assert.equal(new ScrollPositions(kept).of('a'), undefined);
      }),
    );
    assert.equal(new ScrollPositions([{ ...place('a'), filter: 'gone' }]).of('a'), undefined);
  });
});
