import { describe, expect, it } from 'vitest';
import type { Clock } from '#core/base/clock.ts';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';
import { createAnalysisService } from './analysis-service.ts';

const columnIds = ['a', 'b', 'c', 'd'];

function datasetOf(seed = 1): Dataset {
  const number = (id: string) => ({
    ...{ id, name: id, type: 'decimal' },
    fill: { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 1 } },
  });
  const restored = restoreDesign({
    version: 1,
    seed,
    rows: 50,
    columns: columnIds.map(number),
  });
  if (!restored.ok) throw new Error('The design of the test is whole.');
  const created = createDataset(restored.value.design);
  if (!created.ok) throw new Error('The design of the test can be planned.');
  created.value.resize(50);
  created.value.fillRange(0, 50);
  return created.value;
}

/** Each step of a measure takes longer than the worker goes on for in one go, so it pauses after each. */
function opened() {
  const still = createFakeClock();
  let steps = 0;
  const clock: Clock = {
    now: () => (steps += 1) * 1_000,
    sleep: (durationMs, signal) => still.sleep(durationMs, signal),
  };
  let dataset = datasetOf();
  const service = createAnalysisService({
    clock,
    opened: {
      get current() {
        return dataset;
      },
      holds: (one) => one === dataset,
    },
  });
  const open = (next: Dataset): void => {
    dataset = next;
  };
  return { service, still, open, stepsTaken: () => steps };
}

describe('a measure of all rows', () => {
  it('is whole when nobody cancels it', async () => {
    const { service, still } = opened();
    const report = await still.runUntil(service.quality({ ticket: 1, part: 'columns' }));
    expect(Object.keys(report?.columns ?? {})).toEqual(columnIds);
  });

  it('takes no further step when a new question comes while it computes', async () => {
    const { service, still, stepsTaken } = opened();
    const old = service.quality({ ticket: 1, part: 'columns' });
    expect(still.pendingSleeps).toBe(1);
    const before = stepsTaken();
    await service.cancel({ ticket: 1 });
    await still.advance(0);
    expect(stepsTaken()).toBe(before);
    const next = service.quality({ ticket: 2, part: 'columns' });
    expect(await old).toBeUndefined();
    expect(await still.runUntil(next)).toBeDefined();
    expect(still.pendingSleeps).toBe(0);
  });

  it('takes no step when it is given up before it began', async () => {
    const { service, still, stepsTaken } = opened();
    const old = service.quality({ ticket: 1, part: 'columns' });
    await service.cancel({ ticket: 1 });
    expect(await still.runUntil(old)).toBeUndefined();
    expect(stepsTaken()).toBe(0);
  });

  it('goes on when another ticket is cancelled', async () => {
    const { service, still } = opened();
    const wanted = service.quality({ ticket: 1, part: 'columns' });
    await service.cancel({ ticket: 2 });
    expect(await still.runUntil(wanted)).toBeDefined();
  });

  it('ends when another design is opened meanwhile', async () => {
    const { service, still, open } = opened();
    const old = service.quality({ ticket: 1, part: 'columns' });
    open(datasetOf(2));
    expect(await still.runUntil(old)).toBeUndefined();
  });

  it('may be cancelled after its end, and its ticket says nothing of later ones', async () => {
    const { service, still } = opened();
    await still.runUntil(service.quality({ ticket: 1, part: 'columns' }));
    await service.cancel({ ticket: 1 });
    expect(await still.runUntil(service.quality({ ticket: 3, part: 'columns' }))).toBeDefined();
  });
});
