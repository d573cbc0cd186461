// The same rows out of every form in which models have been seen to give them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerReader } from './read-answer.ts';
import type { FinishReason } from './language-model.ts';
import type { RowTask, TaskField } from './row-task.ts';

const appliance: readonly TaskField[] = [
  { name: 'name', description: '', type: 'text' },
  { name: 'price', description: '', type: 'decimal' },
  { name: 'inventory', description: '', type: 'integer' },
];

function taskOf(fields: readonly TaskField[], count: number): RowTask {
  return {
    callId: 'call',
    brief: '',
    instructions: '',
    systemMessages: [],
    fields,
    rules: [],
    examples: [],
    rows: Array.from({ length: count }, (_, row) => ({
      row,
      facts: {},
      notes: {},
      messages: [],
      corrections: [],
    })),
    avoid: [],
    seed: 1,
    attempt: 1,
  };
}

interface ReadOptions {
  readonly fields?: readonly TaskField[];
  readonly count?: number;
  readonly reason?: FinishReason | undefined;
}

function read(pieces: readonly string[], options: ReadOptions = {}) {
  const { fields = appliance, count = 3 } = options;
  const reader = createAnswerReader(taskOf(fields, count));
  const early = pieces.flatMap((piece) => reader.push(piece));
  const end = reader.end('reason' in options ? options.reason : 'stop');
  return { ...end, early, values: [...early, ...end.rows].map(({ values }) => values) };
}

const names = ['Toaster "Duo"', 'Fridge, tall', 'Kettle'];
const prices = [24.99, 899.5, 31];
const stock = [200, 2, 35];
const rows = names.map((name, index) => ({
  name,
  price: prices[index]!,
  inventory: stock[index]!,
}));
/** Cells of a table are texts; they become numbers when the row is accepted. */
const texts = rows.map(({ name, price, inventory }) => ({
  name,
  price: String(price),
  inventory: String(inventory),
}));
const matrix = rows.map((row) => Object.values(row));
const turned = [names, prices, stock];
const columnNames = ['name', 'price', 'inventory'];

const csv = `name,price,inventory
"Toaster ""Duo""",24.99,200
"Fridge, tall",899.5,2
Kettle,31,35`;

const markdown = `| Name | Price | Inventory |
|:-----|------:|-----------|
| Toaster "Duo" | 24.99 | 200 |
| Fridge, tall | 899.5 | 2 |
| Kettle | 31 | 35 |`;

const jsonForms: Readonly<Record<string, string>> = {
  'rows in an object': JSON.stringify({ rows }),
  'a bare list': JSON.stringify(rows, null, 2),
  'JSON lines': rows.map((row) => JSON.stringify(row)).join('\n'),
  'prose and a fence': `Here are your rows:\n\n\`\`\`json\n${JSON.stringify(rows)}\n\`\`\`\nEnjoy.`,
  'JSON in a string': JSON.stringify(JSON.stringify({ rows })),
  'columns and rows': JSON.stringify({ columns: columnNames, rows: matrix }),
  'column_names and data': JSON.stringify({ data: matrix, column_names: columnNames }),
  'columns and transposed data': JSON.stringify({ columns: columnNames, data: turned }),
  'names in another order': JSON.stringify({
    columns: ['inventory', 'name', 'price'],
    data: rows.map(({ name, price, inventory }) => [inventory, name, price]),
  }),
  'lists only, a header first': JSON.stringify([columnNames, ...matrix]),
  'lists only': JSON.stringify(matrix),
  'lists only, by column': JSON.stringify(turned),
  'a list per column': JSON.stringify({ name: names, price: prices, inventory: stock }),
  'a list per column in a wrapper': JSON.stringify({
    rows: { name: names, price: prices, inventory: stock },
  }),
  'a frame by column and index': JSON.stringify({
    name: { 0: names[0], 1: names[1], 2: names[2] },
    price: { 0: 24.99, 1: 899.5, 2: 31 },
    inventory: { 0: 200, 1: 2, 2: 35 },
  }),
  'names in other letters': JSON.stringify(
    rows.map(({ name, price, inventory }) => ({
      Name: name,
      PRICE: price,
      ' inventory ': inventory,
    })),
  ),
  'columns and rows in a fence': `Sure [as asked]:\n\`\`\`json\n${JSON.stringify({ columns: columnNames, rows: matrix }, null, 1)}\n\`\`\``,
};

const textForms: Readonly<Record<string, string>> = {
  CSV: csv,
  'CSV in a fence': `Here is the CSV:\n\n\`\`\`csv\n${csv}\n\`\`\`\n\nLet me know if you need more.`,
  'CSV with Windows line ends': csv.replaceAll('\n', '\r\n'),
  'CSV with blanks after commas': `"name", "price", "inventory"\n"Toaster ""Duo""", "24.99", "200"\n"Fridge, tall", "899.5", "2" \n"Kettle", "31", "35"`,
  'CSV with quotes nobody doubled': csv.replaceAll('""', '"'),
  'CSV with semicolons':
    'name;price;inventory\nToaster "Duo";24.99;200\nFridge, tall;899.5;2\nKettle;31;35\n',
  'tabs between cells':
    'name\tprice\tinventory\nToaster "Duo"\t24.99\t200\nFridge, tall\t899.5\t2\nKettle\t31\t35',
  'CSV with row numbers': `row,name,price,inventory\n1,"Toaster ""Duo""",24.99,200\n2,"Fridge, tall",899.5,2\n3,Kettle,31,35`,
  'CSV in another order': `inventory,name,price\n200,"Toaster ""Duo""",24.99\n2,"Fridge, tall",899.5\n35,Kettle,31`,
  'CSV after thoughts': `<think>name,price,inventory\nDraft,1,1\n</think>\n${csv}`,
  'a Markdown table': markdown,
  'a Markdown table in prose': `Of course.\n\n${markdown}\n\nThese are **three** rows.`,
  'a Markdown table with numbers': markdown
    .split('\n')
    .map((line, index) =>
      index === 0 ? `| # ${line}` : index === 1 ? `|---${line}` : `| ${index - 1} ${line}`,
    )
    .join('\n'),
};

describe('the form of an answer', () => {
  it.each(Object.entries(jsonForms))('may be %s', (_, text) => {
    expect(read([text]).values).toEqual(rows);
    expect(read(text.split('')).values).toEqual(rows);
  });

  it.each(Object.entries(textForms))('may be %s', (_, text) => {
    expect(read([text]).values).toEqual(texts);
    expect(read(text.split('')).values).toEqual(texts);
  });

  it('gives the same rows for any cut into pieces', () => {
    const form = fc.constantFrom(...Object.values(jsonForms), ...Object.values(textForms));
    fc.assert(
      fc.property(form, fc.array(fc.nat(2_000), { maxLength: 20 }), (text, cuts) => {
        const places = [0, ...cuts.map((at) => at % (text.length + 1)), text.length].sort(
          (left, right) => left - right,
        );
        const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
        expect(read(pieces).values).toEqual(read([text]).values);
      }),
    );
  });

  it('is read without an error whatever it is', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'name,price|\n"[]{}: 1-`;'.split('')) });
    fc.assert(
      fc.property(noise, (text) => {
        const { values, problems, leftover } = read([`name,price,inventory\n${text}`]);
        expect(values.length + problems.length + leftover.length).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('rows and columns that a model has swapped', () => {
  const three: readonly TaskField[] = appliance;
  const square = [
    ['Toaster', 'Fridge', 'Kettle'],
    [24.99, 899, 31],
    [200, 2, 35],
  ];

  it('are told by their types where the table is square', () => {
    const text = JSON.stringify({ columns: columnNames, data: square });
    expect(read([text], { fields: three }).values[1]).toEqual({
      name: 'Fridge',
      price: 899,
      inventory: 2,
    });
  });

  it('lose no item: five items by column stay five', () => {
    const data = [
      ['a', 'b', 'c', 'd', 'e'],
      [1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1],
    ];
    const text = JSON.stringify({ column_names: columnNames, data });
    expect(read([text], { count: 5 }).values).toHaveLength(5);
  });

  it('give a row of its own to each value of columns of other lengths', () => {
    const text = JSON.stringify({ name: ['a', 'b'], price: [1], inventory: [1, 2] });
    expect(read([text]).values).toEqual([
      { name: 'a', price: 1, inventory: 1 },
      { name: 'b', inventory: 2 },
    ]);
  });

  it('are no matter where a field is a list', () => {
    const fields: readonly TaskField[] = [{ name: 'tags', description: '', type: 'list' }];
    expect(read(['{"tags":["a","b"]}'], { fields }).values).toEqual([{ tags: ['a', 'b'] }]);
    expect(read(['{"tags":[["a"],["b"]]}'], { fields }).values).toEqual([
      { tags: ['a'] },
      { tags: ['b'] },
    ]);
  });
});

describe('a table as it comes', () => {
  it('gives a row with the line that closes it', () => {
    const reader = createAnswerReader(taskOf(appliance, 3));
    expect(reader.push('name,price,inventory\nToaster,1,')).toEqual([]);
    expect(reader.push('2\nFridge')).toHaveLength(1);
  });

  it('loses its unfinished line when the answer was cut, and keeps the others', () => {
    const cut = csv.slice(0, -1);
    expect(read([cut], { reason: undefined }).values).toHaveLength(2);
    expect(read([cut], { reason: 'length' }).values).toHaveLength(2);
    expect(read([markdown.slice(0, -6)], { reason: 'length' }).values).toHaveLength(2);
  });

  it('keeps the neighbours of a broken line and says what is wrong with it', () => {
    const { values, problems } = read(['name,price,inventory\na,1,2\nb,3\nc,4,5']);
    expect(values).toEqual([
      { name: 'a', price: '1', inventory: '2' },
      { name: 'c', price: '4', inventory: '5' },
    ]);
    expect(problems).toMatchObject([{ message: 'A line has 2 values where the table has 3.' }]);
  });

  it('reads on after a quote that never closes', () => {
    const { values, problems } = read(['name,price,inventory\n"a,1,2\nb,3,4\nc,5,6\n']);
    expect(values.map(({ name }) => name)).toEqual(['b', 'c']);
    expect(problems).toHaveLength(1);
  });

  it('keeps line breaks and commas inside quotes', () => {
    const { values } = read(['name,price,inventory\n"two\nlines, one cell",1,2\n']);
    expect(values).toEqual([{ name: 'two\nlines, one cell', price: '1', inventory: '2' }]);
  });

  it('reads cells that hold JSON', () => {
    const fields: readonly TaskField[] = [
      { name: 'name', description: '', type: 'text' },
      { name: 'tags', description: '', type: 'list' },
    ];
    const { values } = read(['name,tags\nx,"[""a"",""b""]"\n'], { fields });
    expect(values).toEqual([{ name: 'x', tags: '["a","b"]' }]);
  });

  it('of one column is read line by line and ends at a blank line', () => {
    const fields: readonly TaskField[] = [{ name: 'city', description: '', type: 'text' }];
    const { values } = read(['city\nGraz\nŁódź\n\nThese are two cities.'], { fields });
    expect(values).toEqual([{ city: 'Graz' }, { city: 'Łódź' }]);
  });

  it('matches rows by their number in any order', () => {
    const reader = createAnswerReader(taskOf(appliance, 3));
    const found = reader.push('row,name,price,inventory\n3,c,1,1\n1,a,1,1\n');
    expect(found.map(({ row }) => row)).toEqual([2, 0]);
  });
});

describe('an answer that is cut', () => {
  it('keeps the complete rows of lists', () => {
    const text = JSON.stringify({ columns: columnNames, rows: matrix });
    const end = text.indexOf('Kettle') + 3;
    expect(read([text.slice(0, end)], { reason: undefined }).values).toEqual(rows.slice(0, 2));
  });
});

describe('never zero rows in silence', () => {
  it.each([
    ['single quotes', `[{'name': 'a', 'price': 1, 'inventory': 2}]`],
    ['NaN', '{"rows":[{"name": NaN}]}'],
    ['prose', 'I cannot do that.'],
    ['other JSON', '{"ok": true}'],
    ['an empty list', '{"rows": []}'],
    ['a header alone', 'name,price,inventory\n'],
  ])('%s', (_, text) => {
    const { values, problems, leftover } = read([text]);
    expect(values.length + problems.length + leftover.length).toBeGreaterThan(0);
  });
});
