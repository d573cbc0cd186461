import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import { storeColumns } from '#core/rows/storage-kind.ts';
import { createCsvWriter } from './csv-writer.ts';
import { exportRows, fileNames, type FileChoice } from './export-rows.ts';
import { createMemorySink } from './row-writer.contract.ts';

const columns = [
  { id: 'c1', name: 'a' },
  { id: 'c2', name: 'secret', drop: true },
  { id: 'c3', name: 'b' },
].map((column) => columnSchema.parse({ ...column, fill: { kind: 'generated', call: 'w' } }));

/** Row 1 has a failed cell, row 2 a skipped one, row 3 an edited one. */
function filledStore() {
  const store = createColumnarStore(storeColumns(columns));
  store.resize(4);
  for (let row = 0; row < 4; row += 1)
    for (const { id } of columns) store.setValue(id, row, `${id}-${row}`);
  store.setState('c3', 1, 'failed', 'No.');
  store.setState('c3', 2, 'skipped');
  store.setValue('c3', 3, 'mine', 'edited');
  return store;
}

async function csvOf(
  { rows = [0, 2, 3], ...choice }: Partial<FileChoice> = {},
  design = createDesign({ columns }),
) {
  const sink = createMemorySink();
  const file = exportRows(design, filledStore(), { rows, ...choice });
  await createCsvWriter({ newline: '\n' }).write(file, sink);
  return sink.text();
}

describe('exportRows', () => {
  it('writes the rows it is given, without dropped columns', async () => {
    expect(await csvOf()).toBe('a,b\nc1-0,c3-0\nc1-2,\nc1-3,mine');
    expect(await csvOf({ rows: [1, 3], limit: 1 })).toBe('a,b\nc1-1,');
  });

  it('takes columns in the order of the choice, else of the design', async () => {
    const design = createDesign({ columns, output: { format: 'csv', columns: ['c3', 'c2'] } });
    expect(await csvOf({}, design)).toMatch(/^b,secret\nc3-0,c2-0\n/);
    expect(await csvOf({ columnIds: ['c1', 'gone', 'c1'] }, design)).toMatch(/^a\nc1-0\n/);
  });

  it('labels rows of the demo model, and only them', async () => {
    const text = await csvOf({ isMadeByDemo: (row) => row === 3 });
    expect(text).toBe('a,b,_made_by\nc1-0,c3-0,\nc1-2,,\nc1-3,mine,demo model');
  });

  it('gives columns the names that they are to have in the file', async () => {
    expect(await csvOf({ names: { c3: 'title' } })).toMatch(/^a,title\nc1-0/);
  });

  it('puts what is said about a row behind the columns, under a name that is free', async () => {
    const extra = [{ name: 'a', valueOf: (row: number) => row + 1 }];
    expect(await csvOf({ extra })).toBe('a,b,a_2\nc1-0,c3-0,1\nc1-2,,3\nc1-3,mine,4');
  });

  it('adds no label when no exported row is of the demo model', async () => {
    expect(await csvOf({ isMadeByDemo: (row) => row === 1 })).toMatch(/^a,b\n/);
  });

  it('leaves a column of the same name its name', async () => {
    const renamed = columns.map((column) =>
      column.id === 'c1' ? { ...column, name: '_made_by' } : column,
    );
    const design = createDesign({ columns: renamed });
    expect(await csvOf({ isMadeByDemo: () => true }, design)).toMatch(/^_made_by,b,_made_by_2\n/);
  });
});

describe('fileNames', () => {
  it('names the first name that two columns would have', () => {
    expect(fileNames(columns, { c3: 'a' })).toEqual({ ok: false, error: 'a' });
    expect(fileNames(columns, { c1: 'b', c3: 'a' })).toMatchObject({ ok: true });
  });

  it('takes no name from what every object has', () => {
    const [column] = columns;
    expect(fileNames([{ id: 'toString', name: column?.name ?? '' }])).toEqual({
      ok: true,
      value: ['a'],
    });
  });
});
