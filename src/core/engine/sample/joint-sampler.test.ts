import { describe, expect, it } from 'vitest';
import { designOf, fillTable, type TestColumn } from '#core/engine/filled-table.contract.ts';

function category(name: string, ...values: readonly string[]): TestColumn {
  return { name, fill: { kind: 'category', values: values.map((value) => ({ value })) } };
}

const tables = [
  category('type', 'OLED', 'QLED', 'LCD'),
  category('room', 'kitchen', 'study'),
  category('voice', 'plain', 'warm'),
];
const combinations = [
  { values: { type: 'OLED', room: 'study', voice: 'warm' }, rate: 0.25 },
  { values: { type: 'LCD', room: 'kitchen' }, rate: 0.1 },
  { values: { room: 'study', voice: 'plain' }, rate: 0 },
];

describe('values of several tables that occur together', () => {
  const table = fillTable(designOf(tables, { combinations }), 400);
  const rows = table.values('type').map((type, row) => ({
    type,
    room: table.values('room')[row],
    voice: table.values('voice')[row],
  }));
  const having = (values: object) =>
    rows.filter((row) =>
      Object.entries(values).every(([name, value]) => row[name as 'type'] === value),
    );

  it('do so in just their share of the rows, those of no share never', () => {
    expect(having({ type: 'OLED', room: 'study', voice: 'warm' })).toHaveLength(100);
    expect(having({ type: 'LCD', room: 'kitchen' })).toHaveLength(40);
    expect(having({ room: 'study', voice: 'plain' })).toEqual([]);
  });

  it('leave all other combinations to chance', () => {
    for (const type of ['OLED', 'QLED'])
      expect(having({ type, room: 'kitchen' }).length).toBeGreaterThan(40);
    expect(having({ type: 'QLED', room: 'study', voice: 'warm' }).length).toBeGreaterThan(20);
  });

  it('are the same in the first rows whatever the number of rows', () => {
    const fewer = fillTable(designOf(tables, { combinations }), 90);
    for (const { name } of tables)
      expect(fewer.values(name)).toEqual(table.values(name).slice(0, 90));
  });
});

it('a constant is the same in every row, in the type that it has', () => {
  for (const value of ['€', 2.5, true])
    expect(
      fillTable(designOf([{ name: 'x', fill: { kind: 'constant', value } }]), 3).values('x'),
    ).toEqual([value, value, value]);
});
