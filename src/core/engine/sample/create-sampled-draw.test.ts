import { describe, expect, it } from 'vitest';
import { designOf, fillTable, type TestColumn } from '#core/engine/filled-table.contract.ts';

const size: TestColumn = {
  name: 'size',
  fill: {
    kind: 'category',
    values: [
      { value: 'S', weight: 5 },
      { value: 'M', weight: 3 },
      { value: 'L', weight: 2 },
    ],
  },
};
const colour: TestColumn = {
  name: 'colour',
  fill: {
    kind: 'subcategory',
    category: 'size',
    values: {
      S: [{ value: 'red' }, { value: 'blue', weight: 3 }],
      M: [{ value: 'green' }],
      L: [{ value: 'red' }, { value: 'grey' }],
    },
  },
};

function numberColumn(distribution: object, more: object = {}): TestColumn {
  const fill = { kind: 'number', distribution, ...more } as TestColumn['fill'];
  return { name: 'x', type: 'decimal', fill };
}

function valuesOf(column: TestColumn, rows: number, rest: object = {}) {
  return fillTable(designOf([column], rest), rows).values(column.name);
}

function reasonOf(column: TestColumn): string | undefined {
  const cell = fillTable(designOf([column]), 1).cells(column.name)[0];
  expect(cell?.state).toBe('failed');
  return cell?.reason;
}

function count<Item>(items: readonly Item[], isCounted: (item: Item) => boolean): number {
  return items.filter(isCounted).length;
}

describe('sampled columns', () => {
  const everyKind: readonly TestColumn[] = [
    size,
    colour,
    { ...numberColumn({ kind: 'gaussian', mean: 0, stddev: 1 }), nullRate: 0.2 },
    { name: 'flag', fill: { kind: 'boolean', probability: 0.3 } },
    { name: 'day', fill: { kind: 'datetime', start: '2024-01-01', end: '2025-01-01' } },
    { name: 'id', fill: { kind: 'uuid' } },
    { name: 'n', fill: { kind: 'sequence' } },
    { name: 'maker', fill: { kind: 'source', source: 'makers', field: 'name' } },
  ];
  const sources = [
    {
      id: 'makers',
      name: 'Makers',
      kind: 'inline' as const,
      order: 'shuffle' as const,
      rows: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
    },
  ];
  const names = everyKind.map(({ name }) => name);

  it('keep their first rows when the dataset grows', () => {
    const design = designOf(everyKind, { sources });
    const short = fillTable(design, 137);
    const long = fillTable(design, 500);
    for (const name of names) expect(long.values(name).slice(0, 137)).toEqual(short.values(name));
  });

  it('are the same in whatever pieces they are filled', () => {
    const design = designOf(everyKind, { sources });
    const whole = fillTable(design, 300);
    const table = fillTable(design, 0);
    table.store.resize(300);
    for (const [start, end] of [
      [0, 10],
      [10, 250],
      [250, 300],
      [120, 130],
      [5, 300],
    ] as const)
      table.filler.fillRange(start, end);
    for (const name of names) expect(table.values(name)).toEqual(whole.values(name));
  });

  it('need no rows before them unless they depend on a parent', () => {
    const design = designOf(everyKind, { sources });
    const whole = fillTable(design, 300);
    const { filler, store } = fillTable(design, 0);
    store.resize(300);
    filler.fillRange(290, 300);
    for (const name of names.filter((other) => other !== 'colour'))
      expect(store.value(name, 295)).toEqual(whole.store.value(name, 295));
  });

  it('keep their values when another column is edited, added or moved', () => {
    const one = fillTable(designOf(everyKind, { sources }), 200);
    const edited: TestColumn[] = [
      { name: 'first', fill: { kind: 'uuid' } },
      ...everyKind.slice(2).reverse(),
      { ...size, name: 'size' },
    ];
    const other = fillTable(designOf(edited, { sources }), 200);
    for (const { name } of edited.slice(1)) expect(other.values(name)).toEqual(one.values(name));
  });

  it('change with the seed', () => {
    const [one, other] = [1, 2].map((seed) =>
      fillTable(designOf(everyKind, { sources, seed }), 50),
    );
    for (const name of names.filter((name) => name !== 'n'))
      expect(one?.values(name)).not.toEqual(other?.values(name));
  });

  it('leave edited and locked cells alone', () => {
    const { store, filler } = fillTable(designOf([size]), 3);
    store.setValue('size', 0, 'XXL', 'edited');
    store.setValue('size', 1, 'XS', 'locked');
    filler.fillRange(0, 3);
    expect([store.value('size', 0), store.value('size', 1)]).toEqual(['XXL', 'XS']);
  });

  it('give the values of the first release', () => {
    const table = fillTable(designOf(everyKind, { sources, seed: 7 }), 3);
    expect(names.map((name) => [name, ...table.values(name)])).toMatchInlineSnapshot(`
      [
        [
          "size",
          "L",
          "S",
          "M",
        ],
        [
          "colour",
          "grey",
          "red",
          "green",
        ],
        [
          "x",
          null,
          1.0437049149977264,
          0.5785664444402017,
        ],
        [
          "flag",
          true,
          false,
          false,
        ],
        [
          "day",
          "2024-09-04T00:00:00",
          "2024-05-05T00:00:00",
          "2024-06-03T00:00:00",
        ],
        [
          "id",
          "5abaa9f9-3889-48c0-8cf2-6a87e0a3070f",
          "34ea58c2-5d01-4a72-b162-22a66ab13a46",
          "db62297b-b6e3-44e0-94e2-bbc023968e90",
        ],
        [
          "n",
          1,
          2,
          3,
        ],
        [
          "maker",
          "A",
          "B",
          "C",
        ],
      ]
    `);
  });
});

describe('nulls and skipped rows', () => {
  it('have exactly their share', () => {
    const values = valuesOf({ ...size, nullRate: 0.15 }, 200);
    expect(count(values, (value) => value === null)).toBe(30);
  });

  it('leave the other values of the column as they were', () => {
    const all = valuesOf(size, 200);
    valuesOf({ ...size, nullRate: 0.15 }, 200).forEach((value, row) =>
      expect(value === null || value === all[row]).toBe(true),
    );
  });

  it('make a skipped cell with the rule as reason', () => {
    const skip = "size == 'S'";
    const table = fillTable(designOf([size, { name: 'id', fill: { kind: 'uuid' }, skip }]), 20);
    table.cells('id').forEach((cell, row) => {
      const isSkipped = table.values('size')[row] === 'S';
      expect(cell.state).toBe(isSkipped ? 'skipped' : 'done');
      expect(cell.reason).toBe(isSkipped ? skip : undefined);
    });
  });

  it('fail where the rule cannot be evaluated', () => {
    const table = fillTable(
      designOf([size, { name: 'id', fill: { kind: 'uuid' }, skip: 'size > 3' }]),
      1,
    );
    expect(table.cells('id')[0]).toMatchObject({ state: 'failed', value: undefined });
  });
});

describe('a subcategory', () => {
  it('keeps the shares within each parent value', () => {
    const table = fillTable(designOf([size, colour]), 1000);
    const colours = table.values('colour').map(String);
    const pairs = table
      .values('size')
      .map((value, row) => `${value as string},${colours[row] ?? ''}`);
    const expected = { 'S,red': 125, 'S,blue': 375, 'M,green': 300, 'L,red': 100, 'L,grey': 100 };
    for (const [pair, rows] of Object.entries(expected))
      expect(count(pairs, (own) => own === pair)).toBe(rows);
  });

  it('fails where its parent has a value without a table', () => {
    const { store, filler } = fillTable(designOf([size, colour]), 1);
    store.setValue('size', 0, 'constructor', 'edited');
    filler.fillRange(0, 1);
    expect(store.cell('colour', 0)).toMatchObject({
      state: 'failed',
      reason: 'No values are given for “constructor”.',
    });
  });

  it('is null where its parent is', () => {
    const table = fillTable(designOf([{ ...size, nullRate: 1 }, colour]), 5);
    expect(table.values('colour')).toEqual([null, null, null, null, null]);
  });

  it('finds tables of numbers and booleans', () => {
    const flag: TestColumn = { name: 'flag', fill: { kind: 'boolean', probability: 1 } };
    const child: TestColumn = {
      name: 'why',
      fill: { kind: 'subcategory', category: 'flag', values: { true: [{ value: 'yes' }] } },
    };
    expect(fillTable(designOf([flag, child]), 2).values('why')).toEqual(['yes', 'yes']);
  });
});

describe('a boolean', () => {
  it('is true in exactly its share of the rows', () => {
    const column: TestColumn = { name: 'flag', fill: { kind: 'boolean', probability: 0.35 } };
    expect(count(valuesOf(column, 100), (value) => value === true)).toBe(35);
  });

  it('fails for a probability above 1', () => {
    expect(reasonOf({ name: 'flag', fill: { kind: 'boolean', probability: 2 } })).toContain(
      'between 0 and 1',
    );
  });
});

describe('a date and time', () => {
  const datetime = (start: string, end: string, unit: string): TestColumn => ({
    name: 'at',
    type: 'datetime',
    fill: { kind: 'datetime', start, end, unit: unit as 'D' },
  });

  it.for([
    ['Y', '2020-06-01', '2023-01-01', ['2021-01-01T00:00:00', '2022-01-01T00:00:00']],
    ['M', '2023-12-02', '2024-02-02', ['2024-01-01T00:00:00', '2024-02-01T00:00:00']],
    ['D', '2024-02-28', '2024-03-01', ['2024-02-28T00:00:00', '2024-02-29T00:00:00']],
    [
      'h',
      '2024-01-01T22:30:00',
      '2024-01-02T01:00:00',
      ['2024-01-01T23:00:00', '2024-01-02T00:00:00'],
    ],
    [
      'm',
      '2024-01-01T00:00:00',
      '2024-01-01T00:02:00',
      ['2024-01-01T00:00:00', '2024-01-01T00:01:00'],
    ],
    [
      's',
      '1969-12-31T23:59:59',
      '1970-01-01T00:00:01',
      ['1969-12-31T23:59:59', '1970-01-01T00:00:00'],
    ],
  ] as const)(
    'draws whole units %s from the start to before the end',
    ([unit, start, end, expected]) => {
      expect([...new Set(valuesOf(datetime(start, end, unit), 60))].sort()).toEqual(expected);
    },
  );

  it('draws every unit equally often', () => {
    const values = valuesOf(datetime('2024-01-01', '2024-01-11', 'D'), 10_000);
    const firsts = count(values, (value) => value === '2024-01-01T00:00:00');
    expect(Math.abs(firsts - 1000)).toBeLessThan(5 * Math.sqrt(900));
  });

  it('gives dates alone in a column of dates', () => {
    const column = { ...datetime('2024-01-01', '2024-01-02', 'D'), type: 'date' as const };
    expect(valuesOf(column, 1)).toEqual(['2024-01-01']);
  });

  it.for([
    ['soon', '2024-01-01', 'D'],
    ['2024-02-30', '2024-03-01', 'D'],
    ['2024-01-02', '2024-01-01', 'D'],
    ['2024-01-01T10:15:00', '2024-01-01T10:45:00', 'h'],
  ] as const)('fails with a reason from %s to %s by %s', ([start, end, unit]) => {
    expect(reasonOf(datetime(start, end, unit))).toMatch(/\.$/);
  });
});

describe('a UUID', () => {
  it('has the form of version 4 and does not repeat', () => {
    const values = valuesOf({ name: 'id', fill: { kind: 'uuid' } }, 5000);
    for (const value of values)
      expect(value).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    expect(new Set(values).size).toBe(5000);
  });

  it('has a short form, capitals and a prefix', () => {
    const fill = { kind: 'uuid', prefix: 'tv-', shortForm: true, uppercase: true } as const;
    expect(valuesOf({ name: 'id', fill }, 1)[0]).toMatch(/^tv-[0-9A-F]{8}$/);
  });

  it('does not repeat in its short form', () => {
    const values = valuesOf({ name: 'id', fill: { kind: 'uuid', shortForm: true } }, 100_000);
    expect(new Set(values).size).toBe(100_000);
  });
});

describe('a sequence', () => {
  const sequence = (fill: object): unknown[] =>
    valuesOf({ name: 'n', fill: { kind: 'sequence', ...fill } }, 4);

  it.for([
    [{}, [1, 2, 3, 4]],
    [{ start: 0.1, step: 0.1 }, [0.1, 0.2, 0.3, 0.4]],
    [{ start: 5, step: -5 }, [5, 0, -5, -10]],
    [{ padTo: 3 }, ['001', '002', '003', '004']],
    [{ start: 9, prefix: 'INV-', padTo: 2 }, ['INV-09', 'INV-10', 'INV-11', 'INV-12']],
  ] as const)('counts %j', ([fill, expected]) => {
    expect(sequence(fill)).toEqual(expected);
  });
});

describe('a field of a source', () => {
  const rows = [{ a: 1, b: 'x' }, { a: 2, b: 'y' }, { a: 3 }];
  const columns: TestColumn[] = ['a', 'b'].map((field) => ({
    name: field,
    fill: { kind: 'source', source: 's', field },
  }));
  const tableOf = (order: 'sequence' | 'shuffle') =>
    fillTable(
      designOf(columns, { sources: [{ id: 's', name: 'S', kind: 'inline', order, rows }] }),
      9,
    );

  it('cycles through the rows in order', () => {
    expect(tableOf('sequence').values('a')).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3]);
  });

  it('takes each row once in every pass of a shuffle', () => {
    const values = tableOf('shuffle').numbers('a');
    for (const start of [0, 3, 6]) expect(values.slice(start, start + 3).sort()).toEqual([1, 2, 3]);
  });

  it('takes all fields of a row from the same source row', () => {
    const table = tableOf('shuffle');
    const others = table.values('b');
    table.numbers('a').forEach((a, row) => expect(others[row]).toBe(['x', 'y', null][a - 1]));
  });
});
