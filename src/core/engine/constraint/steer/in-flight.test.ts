import { describe, expect, it } from 'vitest';
import { restoreDesign } from '#core/design/restore.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';

/** A share of one half in 60 rows, of which the first 20 all have it. */
function halfWritten(): Dataset {
  const restored = restoreDesign({
    version: 1,
    rows: 60,
    models: [{ alias: 'm' }],
    columns: [{ id: 'grade', name: 'grade', fill: { kind: 'generated', call: 'c' } }],
    calls: [{ id: 'c', name: 'c', model: 'm' }],
    constraints: [{ id: 's', kind: 'share', column: 'grade', value: 'a', share: 0.5 }],
  });
  const created = restored.ok ? createDataset(restored.value.design) : restored;
  if (!created.ok) throw new Error('The design is sound.');
  created.value.begin(60);
  created.value.commit('c', cells(range(0, 20), 'a'));
  return created.value;
}

const range = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, index) => start + index);
const cells = (rows: readonly number[], grade: string) =>
  rows.map((row) => ({ row, cells: { grade } }));
const optionsFor = (start: number) => ({
  callId: 'c',
  rows: range(start, start + 10),
  attempt: 1,
  corrections: {},
});
/** What a request that leaves now is told to aim for, in percent; undefined when nothing. */
const aimOf = (dataset: Dataset, start: number) =>
  /aim for (\d+) %/.exec(dataset.ask(optionsFor(start)).rules.join(' '))?.[1];

describe('a request', () => {
  it('counts on what requests in flight were told', () => {
    const dataset = halfWritten();
    // 10 of 40 rows to come make 30 of 60.
    expect(aimOf(dataset, 20)).toBe('25');
    expect(aimOf(dataset, 30)).toBe('25');
    // Those two did not do what they were told, and the rest makes up for it.
    dataset.commit('c', cells(range(20, 40), 'a'));
    expect(aimOf(dataset, 40)).toBe('0');
  });

  it.each<[string, (dataset: Dataset) => void]>([
    ['failed', (dataset) => dataset.fail('c', range(20, 30), 'no luck')],
    ['were given back', (dataset) => dataset.giveBack('c', range(20, 30))],
    ['were let go', (dataset) => dataset.release('c', range(20, 30))],
    [
      'were refused',
      (dataset) =>
        dataset.offer(
          'c',
          range(20, 30).map((row) => ({ row, values: {} })),
        ),
    ],
  ])('does not count on rows that %s', (_, end) => {
    const dataset = halfWritten();
    aimOf(dataset, 20);
    dataset.commit('c', cells(range(30, 40), 'b'));
    const counting = aimOf(dataset, 40);
    dataset.giveBack('c', range(40, 50));
    end(dataset);
    const alone = aimOf(dataset, 40);
    expect([counting, alone]).toEqual(['38', '33']);
  });

  it('takes rows that were told nothing for rows like those so far', () => {
    const dataset = halfWritten();
    const untold = halfWritten();
    untold.clearGenerated();
    untold.ask(optionsFor(20));
    untold.commit('c', cells(range(0, 20), 'a'));
    // 30 of 60 with 30 there or on their way: none of the 30 to come.
    expect([aimOf(dataset, 30), aimOf(untold, 30)]).toEqual(['25', '0']);
  });

  it('that somebody only looks at is not counted on', () => {
    const dataset = halfWritten();
    dataset.commit('c', cells(range(20, 30), 'b'));
    dataset.prepare(optionsFor(30));
    expect(aimOf(dataset, 40)).toBe('33');
  });
});
