import { describe, expect, it } from 'vitest';
import { designSchema } from '#core/design/design-schema.ts';
import { toDatasetPort } from './dataset-port-adapter.ts';
import { createDataset } from './dataset.ts';
import { ask, datasetOf, edits, give, tvDesign, written } from './testing/tv-dataset.ts';

describe('createDataset', () => {
  it('refuses a design that cannot be planned, asked or checked, all at once', () => {
    const broken = createDataset(
      tvDesign({
        calls: [
          {
            id: 'write',
            name: 'Write',
            model: 'writer',
            messages: [{ role: 'system', content: '{{ size }}' }],
          },
          { id: 'sell', name: 'Sell', model: 'writer' },
        ],
        constraints: [{ id: 'k', kind: 'pattern', column: 'c_model', pattern: '(' }],
      }),
    );
    expect(broken.ok ? [] : broken.error.map(({ path }) => path.join('.'))).toEqual([
      'constraints.0.pattern',
      'calls.0.messages.0.content',
    ]);
  });
});

describe('a design without columns', () => {
  it('has no row, however many are asked for', () => {
    const created = createDataset(designSchema.parse({ version: 1, rows: 10, columns: [] }));
    if (!created.ok) throw new Error('a design without columns can be planned');
    created.value.resize(10);
    expect(created.value.store.rowCount).toBe(0);
    expect(created.value.plan(10)).toEqual({ rowCount: 0, calls: [] });
    expect(created.value.begin(10).rowCount).toBe(0);
    expect(created.value.store.rowCount).toBe(0);
  });
});

describe('plan', () => {
  it('fills what needs no model and asks for the rest, call by call', () => {
    const dataset = datasetOf(tvDesign());
    const plan = dataset.plan(3);
    expect(plan.calls).toEqual([
      { callId: 'write', alias: 'writer', rowsPerRequest: 5, dependsOn: [], pending: [0, 1, 2] },
      {
        callId: 'sell',
        alias: 'writer',
        rowsPerRequest: 10,
        dependsOn: ['write'],
        pending: [0, 1, 2],
      },
    ]);
    expect(dataset.store.value('c_price', 0)).toBeTypeOf('number');
  });

  it('keeps the first rows when it grows and takes none away', () => {
    const dataset = written(2);
    dataset.plan(4);
    expect(dataset.store.value('c_model', 1)).toBe('Model 1');
    expect(dataset.plan(1).calls[0]?.pending).toEqual([]);
    expect(dataset.store.rowCount).toBe(4);
  });

  it('asks again for failed rows and not for edited ones', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(2);
    dataset.fail('write', [0], 'It never complied.');
    dataset.setMarks(edits([1, 'c_model', 'Mine'], [1, 'c_stars', 3]));
    expect(dataset.store.cell('c_model', 0)).toMatchObject({ state: 'failed' });
    expect(dataset.plan(2).calls[0]?.pending).toEqual([0]);
  });

  it('leaves out rows that the call skips and cells that are null by share', () => {
    const base = tvDesign();
    const dataset = datasetOf({
      ...base,
      columns: base.columns.map((column) =>
        column.id === 'c_model' ? { ...column, nullRate: 0.5 } : column,
      ),
      calls: base.calls.map((call) =>
        call.id === 'write' ? { ...call, skip: "tv_type == 'OLED'" } : call,
      ),
    });
    const pending = dataset.plan(40).calls[0]?.pending ?? [];
    const rows = Array.from({ length: 40 }, (_, row) => row);
    const { store } = dataset;
    expect(pending).toEqual(rows.filter((row) => store.value('c_type', row) === 'QLED'));
    const nulls = pending.filter((row) => store.value('c_model', row) === null);
    expect(nulls.length).toBeGreaterThan(0);
    expect(nulls.length).toBeLessThan(pending.length);
    const verdict = give(dataset, nulls[0] ?? 0, 'ignored');
    expect(verdict).toMatchObject({ kind: 'accepted', cells: { c_stars: 4 } });
    expect(store.value('c_model', nulls[0] ?? 0)).toBeNull();
  });
});

describe('restoreAccepted', () => {
  it('brings rows back as they were, with what follows from them and what they hold', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(2);
    dataset.restoreAccepted('write', [{ row: 0, cells: { c_model: 'Lucent', c_stars: 99 } }]);
    expect(dataset.store.value('c_double', 0)).toBe(198);
    expect(dataset.plan(2).calls[0]?.pending).toEqual([1]);
    expect(give(dataset, 1, 'lucent')?.kind).toBe('rejected');
  });

  it('leaves out rows beyond the end', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(1);
    dataset.restoreAccepted('write', [{ row: 5, cells: { c_model: 'Far' } }]);
    expect(dataset.store.rowCount).toBe(1);
  });
});

describe('resize', () => {
  it('frees what cut rows held', () => {
    const dataset = written(2);
    dataset.resize(1);
    dataset.plan(2);
    expect(give(dataset, 1, 'Model 1')?.kind).toBe('accepted');
  });
});

describe('toDatasetPort', () => {
  it('passes results on and turns what is thrown into a rejection', async () => {
    const port = toDatasetPort(datasetOf(tvDesign()));
    expect((await port.plan(2)).rowCount).toBe(2);
    await expect(port.prepare(ask('nobody', [0]))).rejects.toThrow('Invariant');
  });
});
