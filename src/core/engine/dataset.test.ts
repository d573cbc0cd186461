import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { changeMarks, excludeRows, noMarks, type RowMarks } from '#core/rows/row-marks.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { toDatasetPort } from './dataset-port-adapter.ts';
import { createDataset, type Dataset } from './dataset.ts';

/** Televisions: type and size sampled, price by formula, model and blurb written, tag derived from both. */
function tvDesign(parts: object = {}): DatasetDesign {
  return designSchema.parse({
    version: 1,
    brief: 'Televisions in a shop.',
    instructions: 'Write plainly.',
    seed: 7,
    columns: [
      {
        id: 'c_type',
        name: 'tv_type',
        fill: {
          kind: 'category',
          values: [{ value: 'OLED', description: 'Deep black.' }, { value: 'QLED' }],
        },
      },
      {
        id: 'c_size',
        name: 'size',
        type: 'integer',
        fill: { kind: 'number', distribution: { kind: 'integer', low: 43, high: 85 } },
      },
      {
        id: 'c_price',
        name: 'price',
        type: 'decimal',
        fill: { kind: 'formula', expression: "size * 10 * (2 if tv_type == 'QLED' else 1)" },
      },
      { id: 'c_model', name: 'model', fill: { kind: 'generated', call: 'write' } },
      {
        id: 'c_stars',
        name: 'stars',
        type: 'decimal',
        fill: { kind: 'generated', call: 'write' },
      },
      {
        id: 'c_double',
        name: 'double',
        type: 'decimal',
        drop: true,
        fill: { kind: 'formula', expression: 'stars * 2' },
      },
      { id: 'c_blurb', name: 'blurb', fill: { kind: 'generated', call: 'sell' } },
    ],
    models: [{ alias: 'writer' }],
    calls: [
      { id: 'write', name: 'Write', model: 'writer', rowsPerRequest: 5 },
      {
        id: 'sell',
        name: 'Sell',
        model: 'writer',
        messages: [
          { role: 'system', content: 'Sell {{ 1 + 1 }} things.' },
          { role: 'user', content: 'Praise {{ model }} ({{ tv_type.description }}).' },
        ],
      },
    ],
    constraints: [
      { id: 'k_unique', kind: 'unique', columns: ['c_model'] },
      { id: 'k_double', kind: 'expression', expression: 'double <= 10' },
      { id: 'k_stars', kind: 'range', column: 'c_stars', low: 1, severity: 'should' },
      { id: 'k_blurb', kind: 'length', column: 'c_blurb', low: 3, high: 6 },
      { id: 'k_price', kind: 'range', column: 'c_price', low: 0, inPrompt: false },
    ],
    ...parts,
  });
}

function datasetOf(design: DatasetDesign): Dataset {
  const dataset = createDataset(design);
  if (!dataset.ok) throw new Error(dataset.error.map(({ message }) => message).join('\n'));
  return dataset.value;
}

function written(rowCount = 4): Dataset {
  const dataset = datasetOf(tvDesign());
  dataset.plan(rowCount);
  for (let row = 0; row < rowCount; row += 1) give(dataset, row, `Model ${row}`);
  return dataset;
}

function give(dataset: Dataset, row: number, values: object | string) {
  const given = typeof values === 'string' ? { model: values, stars: 4 } : values;
  const [verdict] = dataset.offer('write', [{ row, values: { ...given } }]);
  if (verdict?.kind === 'accepted') dataset.commit('write', [verdict]);
  return verdict;
}

const ask = (callId: string, rows: number[]) => ({ callId, rows, attempt: 1, corrections: {} });

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

describe('offer', () => {
  it('coerces by type and stores nothing before the commit', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(1);
    const verdicts = dataset.offer('write', [
      { row: 0, values: { model: 'Lucent', stars: '4.5' } },
    ]);
    expect(verdicts).toEqual([
      { kind: 'accepted', row: 0, cells: { c_model: 'Lucent', c_stars: 4.5 } },
    ]);
    expect(dataset.store.state('c_model', 0)).toBe('empty');
  });

  it('names every field that is missing or of the wrong type', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(1);
    const [verdict] = dataset.offer('write', [{ row: 0, values: { stars: 'many' } }]);
    expect(verdict).toEqual({
      kind: 'rejected',
      row: 0,
      reasons: ['model: is empty', 'stars: “many” is no number'],
    });
  });

  it('rejects by a rule on a derived column before anything is stored', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(1);
    expect(give(dataset, 0, { model: 'Lucent', stars: 6 })).toEqual({
      kind: 'rejected',
      row: 0,
      reasons: ['double is 12; the rule is “double <= 10”'],
    });
  });

  it('does not reject by a rule that only should hold', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(1);
    expect(give(dataset, 0, { model: 'Lucent', stars: 0 })?.kind).toBe('accepted');
    expect(dataset.checkRow(0)).toMatchObject([
      {
        constraintId: 'k_stars',
        severity: 'should',
        reason: 'stars: 0, the rule allows 1 or more',
      },
    ]);
  });

  it('rejects a repeat of an accepted row that is not stored yet, whatever its case', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(2);
    const verdicts = dataset.offer('write', [
      { row: 0, values: { model: 'Lucent 55', stars: 4 } },
      { row: 1, values: { model: ' LUCENT  55', stars: 4 } },
    ]);
    expect(verdicts.map(({ kind }) => kind)).toEqual(['accepted', 'rejected']);
    expect(verdicts[1]).toMatchObject({ reasons: ['model: repeats “ LUCENT  55” of row 1'] });
  });

  it('frees what a row held when it is released without a commit', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(2);
    dataset.offer('write', [{ row: 0, values: { model: 'Lucent', stars: 4 } }]);
    dataset.release('write', [0]);
    expect(give(dataset, 1, 'Lucent')?.kind).toBe('accepted');
  });

  it('says how many words are too many', () => {
    const dataset = written(1);
    const [verdict] = dataset.offer('sell', [{ row: 0, values: { blurb: 'one – two' } }]);
    expect(verdict).toMatchObject({ reasons: ['blurb: 2 words, the rule allows 3 to 6'] });
  });
});

describe('prepare', () => {
  it('tells fields, rules, facts and notes of the rows', () => {
    const dataset = written(2);
    const task = dataset.prepare({ ...ask('write', [0]), corrections: { 0: ['too short'] } });
    expect(task).toMatchObject({
      callId: 'write',
      brief: 'Televisions in a shop.',
      seed: 7,
      fields: [
        { name: 'model', type: 'text', isUnique: true },
        { name: 'stars', type: 'decimal', range: { low: 1 } },
      ],
      rules: ['model is unique', 'double <= 10', 'stars is at least 1'],
    });
    const { facts, notes, corrections } = task.rows[0]!;
    expect(Object.keys(facts)).toEqual(['tv_type', 'size', 'price']);
    expect(notes).toEqual(facts.tv_type === 'OLED' ? { tv_type: 'Deep black.' } : {});
    expect(corrections).toEqual(['too short']);
  });

  it('gives later calls what earlier ones wrote and renders messages per row', () => {
    const dataset = written(2);
    const task = dataset.prepare(ask('sell', [1]));
    expect(task.systemMessages).toEqual(['Sell 2 things.']);
    expect(task.rows[0]?.facts).toMatchObject({ model: 'Model 1', stars: 4, double: 8 });
    expect(task.rows[0]?.messages[0]).toMatch(/^Praise Model 1 \((Deep black\.)?\)\.$/);
  });

  it('shows rows to avoid, those with the same attributes last, without the rows asked for', () => {
    const dataset = written(4);
    const typeOf = (row: number) => dataset.store.value('c_type', row);
    const others = [0, 1, 2].filter((row) => typeOf(row) !== typeOf(3));
    const near = [0, 1, 2].filter((row) => typeOf(row) === typeOf(3));
    expect(dataset.prepare(ask('write', [3])).avoid).toEqual(
      [...others, ...near].map((row) => ({ model: `Model ${row}` })),
    );
    expect(others.length * near.length).toBeGreaterThan(0);
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

describe('setMarks', () => {
  it('derives again and marks what a model wrote from the old value', () => {
    const dataset = written(1);
    const size = dataset.store.value('c_size', 0);
    dataset.setMarks(edits([0, 'c_size', 50]));
    expect(dataset.store.value('c_price', 0)).toBe(
      dataset.store.value('c_type', 0) === 'QLED' ? 1000 : 500,
    );
    expect(dataset.store.state('c_size', 0)).toBe('edited');
    const cell = dataset.store.cell('c_model', 0);
    expect(cell.state).toBe('outdated');
    expect(cell.reason).toContain(`size ${JSON.stringify(size)}`);
  });

  it('brings everything back when the marks go', () => {
    const dataset = written(2);
    const cells = () =>
      ['c_size', 'c_price', 'c_model', 'c_stars'].map((id) => dataset.store.cell(id, 0));
    const before = cells();
    dataset.setMarks(edits([0, 'c_size', 50], [0, 'c_price', 7], [0, 'c_model', 'Mine']));
    expect(cells()).not.toEqual(before);
    dataset.setMarks(noMarks);
    expect(cells()).toEqual(before);
  });

  it('works a derived cell out anew when its edit goes after that of its input came', () => {
    const dataset = written(1);
    dataset.setMarks(edits([0, 'c_price', 7]));
    dataset.setMarks(edits([0, 'c_price', 7], [0, 'c_size', 50]));
    expect(dataset.store.value('c_price', 0)).toBe(7);
    dataset.setMarks(edits([0, 'c_size', 50]));
    expect([500, 1000]).toContain(dataset.store.value('c_price', 0));
  });

  it('moves the reservation of a unique value', () => {
    const dataset = written(2);
    dataset.plan(3);
    dataset.setMarks(edits([0, 'c_model', 'Renamed']));
    expect(give(dataset, 2, 'Model 0')?.kind).toBe('accepted');
  });

  it('reports a clash that the user makes', () => {
    const dataset = written(2);
    dataset.setMarks(edits([1, 'c_model', 'model 0']));
    expect(dataset.checkRow(1)).toMatchObject([{ constraintId: 'k_unique' }]);
  });

  it('keeps a locked cell when a model writes its row again', () => {
    const dataset = written(1);
    const mark = { value: 'Model 0', isLocked: true } as const;
    dataset.setMarks(changeMarks(noMarks, [{ columnId: 'c_model', row: 0, mark }]));
    dataset.commit('write', [{ row: 0, cells: { c_model: 'Other', c_stars: 5 } }]);
    expect(dataset.store.cell('c_model', 0)).toMatchObject({ state: 'locked', value: 'Model 0' });
  });

  it('asks no model for a row that was taken out, and frees what it held', () => {
    const dataset = written(2);
    dataset.plan(3);
    dataset.setMarks(excludeRows(noMarks, [0]));
    dataset.clearGenerated();
    expect(dataset.plan(3).calls[0]?.pending).toEqual([1, 2]);
    expect(give(dataset, 2, 'Model 0')?.kind).toBe('accepted');
  });

  it('tells the journal what the model wrote and not what the user made of it', () => {
    const dataset = written(1);
    dataset.setMarks(edits([0, 'c_model', 'Mine']));
    expect(dataset.accepted().write?.[0]?.cells.c_model).toBe('Model 0');
  });

  it('keeps models away from what was not liked', () => {
    const dataset = written(2);
    const mark = { disliked: 'Dull name' };
    dataset.setMarks(changeMarks(noMarks, [{ columnId: 'c_model', row: 0, mark }]));
    expect(dataset.prepare(ask('write', [1])).avoid).toContainEqual({ model: 'Dull name' });
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

function edits(...cells: readonly (readonly [number, string, JsonValue])[]): RowMarks {
  return changeMarks(
    noMarks,
    cells.map(([row, columnId, value]) => ({ row, columnId, mark: { value, isEdited: true } })),
  );
}
