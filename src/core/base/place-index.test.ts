import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlaceIndex } from './place-index.ts';

function listed(index: PlaceIndex, key: number): readonly number[] {
  const places: number[] = [];
  for (let place = index.latest(key); place >= 0; place = index.before(place)) places.push(place);
  return places;
}

const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), key: fc.integer({ min: -4, max: 200 }) }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(400) }),
);

describe('the index of places', () => {
  it('lists what a map of arrays would, the latest first, whatever is added and removed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const index = new PlaceIndex();
        const model = new Map<number, number>();
        let next = 0;
        for (const one of steps)
          if (one.kind === 'add') {
            index.add(next, one.key);
            model.set(next, one.key);
            next += 1;
          } else if (model.delete(one.at)) index.remove(one.at);
        for (let key = -4; key <= 200; key += 1) {
          const expected = [...model].filter(([, own]) => own === key).map(([place]) => place);
          expect(listed(index, key)).toEqual(expected.reverse());
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes a place again that was removed', () => {
    const index = new PlaceIndex();
    index.add(0, 7);
    index.add(1, 7);
    index.remove(0);
    index.add(0, 7);
    expect(listed(index, 7)).toEqual([0, 1]);
  });
});
