import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { createEventBatch } from './event-batch.ts';

function batchOfNumbers() {
  const clock = createFakeClock();
  const delivered: (readonly number[])[] = [];
  const batch = createEventBatch<number>(clock, 50, (items) => delivered.push(items));
  return { clock, delivered, batch };
}

describe('a batch', () => {
  it('delivers what came within one interval together and in order', async () => {
    const { clock, delivered, batch } = batchOfNumbers();
    batch.push(1);
    batch.push(2);
    await clock.advance(49);
    expect(delivered).toEqual([]);
    await clock.advance(1);
    expect(delivered).toEqual([[1, 2]]);
  });

  it('delivers at once when flushed, and nothing twice', async () => {
    const { clock, delivered, batch } = batchOfNumbers();
    batch.push(1);
    batch.flush();
    expect(delivered).toEqual([[1]]);
    await clock.advance(100);
    expect(delivered).toEqual([[1]]);
  });

  it('begins a new interval with the next item', async () => {
    const { clock, delivered, batch } = batchOfNumbers();
    batch.push(1);
    await clock.advance(50);
    batch.push(2);
    await clock.advance(50);
    expect(delivered).toEqual([[1], [2]]);
  });

  it('leaves no timer behind when nothing comes', async () => {
    const { clock, batch } = batchOfNumbers();
    batch.push(1);
    await clock.advance(50);
    expect(clock.pendingSleeps).toBe(0);
  });
});
