import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import type { StorageKind } from '#core/rows/row-store.ts';
import { normaliseText, repeatSteps, type RepeatReport } from './duplicates.ts';
import { groupKey, readColumns, type RowReader } from '#core/rows/row-reader.ts';

type Table = Readonly<Record<string, readonly (JsonValue | undefined)[]>>;

function repeatsOf(rows: RowReader, columnIds: readonly string[]): RepeatReport {
  const steps = repeatSteps(rows, columnIds);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same by texts of whole rows. */
function byTexts(table: Table): RepeatReport {
  const columns = Object.values(table);
  const seen = new Set<string>();
  const plainSeen = new Set<string>();
  const exact: number[] = [];
  const normalised: number[] = [];
  for (const row of (columns[0] ?? []).keys()) {
    const values = columns.map((column) => column[row] ?? null);
    if (values.every((value) => value === null)) continue;
    const key = JSON.stringify(values);
    const plain = JSON.stringify(
      values.map((value) => {
        const text = normaliseText(groupKey(value) ?? '');
        return text === '' ? [value] : text;
      }),
    );
    if (seen.has(key)) exact.push(row);
    else if (plainSeen.has(plain)) normalised.push(row);
    seen.add(key);
    plainSeen.add(plain);
  }
  const tally = (rows: readonly number[]) => ({ rows: rows.slice(0, 100), count: rows.length });
  return { exact: tally(exact), normalised: tally(normalised) };
}

function storeOf(table: Table, kinds: Readonly<Record<string, StorageKind>>): RowReader {
  const store = createColumnarStore(
    Object.keys(table).map((id) => ({ id, storage: kinds[id] ?? 'json' })),
  );
  store.resize(Object.values(table)[0]?.length ?? 0);
  for (const [id, values] of Object.entries(table))
    for (const [row, value] of values.entries())
      if (value !== undefined) store.setValue(id, row, value);
  return store;
}

const cell = fc.record({
  n: fc.constantFrom(0, -0, 1, 2.5, null, undefined, 'one'),
  t: fc.constantFrom('Lamp', 'lamp!', 'LÁMP 2', '12', '34', '', null, undefined),
  j: fc.constantFrom<JsonValue | undefined>(true, [1, 2], { a: 1 }, undefined),
});

describe('repeatSteps', () => {
  it('finds what comparing the texts of whole rows finds, however they are kept', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), (rows) => {
        // Two zeros are one number, and JSON does not tell them apart either.
        const table = {
          n: rows.map(({ n }) => n),
          t: rows.map(({ t }) => t),
          j: rows.map(({ j }) => j),
        };
        const wanted = byTexts(table);
        expect(repeatsOf(readColumns(table), ['n', 't', 'j'])).toEqual(wanted);
        const store = storeOf(table, { n: 'number', t: 'text' });
        expect(repeatsOf(store, ['n', 't', 'j'])).toEqual(wanted);
      }),
    );
  });

  it('takes no letter of another script for an accent', () => {
    const alike = (...texts: string[]) =>
      repeatsOf(readColumns({ t: texts }), ['t']).normalised.count;
    expect(alike('Café', 'cafe')).toBe(1);
    expect(alike('पानी', 'पाना', 'か', 'が', 'ป่า', 'ป้า')).toBe(0);
  });

  it('lists the first hundred rows and counts all', () => {
    const table = { n: Array.from({ length: 300 }, (_, row) => row % 2) };
    const { exact } = repeatsOf(storeOf(table, { n: 'number' }), ['n']);
    expect(exact.count).toBe(298);
    expect(exact.rows).toEqual(Array.from({ length: 100 }, (_, index) => index + 2));
  });

  it('pauses within a long table', () => {
    const table = { n: Array.from({ length: 120_000 }, (_, row) => row) };
    const steps = [...repeatSteps(storeOf(table, { n: 'number' }), ['n'])];
    expect(steps.length).toBeGreaterThan(2);
  });
});
