import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { openRows, readAnything } from '#core/codecs/import-formats.ts';
import { checkDesign } from '#core/design/check.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { hasErrors } from '#core/base/diagnostic.ts';

const csv = `Name,price,kind,added,stock,sku
Toaster Alba,24.50,small,2024-01-05,12,AB-1001
Kettle Brisk,39.90,small,2024-02-11,7,AB-1002
Fridge Nord,899.00,large,2024-03-01,3,AC-2001
Oven Corvo,649.00,large,2024-03-09,n/a,AC-2002
Blender Riva,59.90,small,2024-04-20,5,AB-1003
Hob Zelda,299.00,large,2024-05-30,9,AC-2003
Mixer Opal,79.00,small,2024-06-02,4,AB-1004
Iron Vela,34.00,small,2024-06-15,8,AB-1005
Fan Lume,44.00,small,2024-07-01,6,AB-1006
Heater Sol,119.00,large,2024-07-04,2,AC-2004
`;

async function open(text: string, name: string) {
  const read = await openRows({ name, bytes: new TextEncoder().encode(text) });
  if (!read.ok) throw new Error(read.error[0]?.message);
  return read.value;
}

function fillsOf({ columns }: DatasetDesign): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map(({ name, fill }) => [name, fill.kind]));
}

describe('a table as a design', () => {
  it('keeps the names and infers types, kinds and formats', async () => {
    const { design } = await open(csv, 'home-appliances.csv');
    expect(design.name).toBe('Home appliances');
    expect(fillsOf(design)).toEqual({
      Name: 'generated',
      price: 'generated',
      kind: 'category',
      added: 'datetime',
      stock: 'generated',
      sku: 'generated',
    });
    const types = Object.fromEntries(design.columns.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({
      price: 'decimal',
      stock: 'integer',
      added: 'date',
      kind: 'text',
    });
    expect(design.constraints).toContainEqual(
      expect.objectContaining({ kind: 'pattern', column: 'sku', pattern: '[A-Z]{2}-[0-9]{4}' }),
    );
    expect(design.constraints).toContainEqual(
      expect.objectContaining({ kind: 'range', column: 'price', low: 0 }),
    );
    expect(hasErrors(checkDesign(design))).toBe(false);
  });

  it('has the rows as originals, with the values that are no numbers', async () => {
    const { design, notices } = await open(csv, 'a.csv');
    expect(design.originals).toMatchObject({ source: 'originals', fields: { stock: 'stock' } });
    expect(design.sources[0]?.rows[3]).toMatchObject({ stock: 'n/a', price: 649 });
    expect(design.rows).toBe(30);
    expect(notices.map(({ message }) => message)).toEqual([
      'stock: 9 numbers, 1 word (“n/a” in row 4). Your rows keep them; new rows leave them out.',
    ]);
  });

  it('draws numbers here when no words are to be written', async () => {
    const { design } = await open('id,x\n1,3.5\n2,4.5\n3,9.25\n', 'n.csv');
    expect(fillsOf(design)).toEqual({ id: 'sequence', x: 'number' });
    expect(design.calls).toEqual([]);
  });

  it('reads pasted rows of every form alike', async () => {
    const [comma, tabs, lines, list] = await Promise.all(
      [
        'name,size\nA b,1\nC d,2\n',
        'name\tsize\nA b\t1\nC d\t2\n',
        '{"name":"A b","size":1}\n{"name":"C d","size":2}\n',
        '[{"name":"A b","size":1},{"name":"C d","size":2}]',
      ].map((text) => readAnything({ text, name: '' })),
    );
    expect(comma?.ok).toBe(true);
    for (const other of [tabs, lines, list])
      expect(other?.ok === true && other.value.design.sources).toEqual(
        comma?.ok === true && comma.value.design.sources,
      );
  });

  it('keeps leading zeros, and says how many rows had room', async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `0${row},x`).join('\n');
    const { design, notices } = await open(`code,k\n${rows}`, 'many.csv');
    expect(design.sources[0]?.rows[0]).toMatchObject({ code: '00' });
    expect(notices[0]?.code).toBe('rows-left-out');
  });

  it('never throws, and gives a design without errors for any rows', async () => {
    const value = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.dictionary(fc.string(), fc.integer(), { maxKeys: 3 }),
    );
    const rows = fc.array(fc.dictionary(fc.string({ maxLength: 8 }), value, { maxKeys: 4 }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(rows as fc.Arbitrary<JsonObject[]>, async (drawn) => {
        const text = JSON.stringify(drawn);
        const read = await openRows({ name: 'x.json', bytes: new TextEncoder().encode(text) });
        if (!read.ok) return;
        const errors = checkDesign(read.value.design).filter(
          ({ severity }) => severity === 'error',
        );
        expect(errors).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
