import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { createMemorySink, describeRowWriter, exportRowsOf } from './row-writer.contract.ts';
import { createSqlWriter, tableName } from './sql-writer.ts';

async function sqlOf(names: readonly string[], table: readonly (JsonValue | undefined)[][]) {
  const sink = createMemorySink();
  const report = await createSqlWriter('lamps').write(exportRowsOf(names, table), sink);
  return { text: sink.text(), report };
}

describeRowWriter('SQL', () => createSqlWriter('lamps'));

describe('createSqlWriter', () => {
  it('states the types of columns and quotes whatever stands in them', async () => {
    const { text } = await sqlOf(
      ['n', 'price', 'new', 'say "hi"', 'tags'],
      [
        [1, 1.5, true, "it's; DROP TABLE lamps --", ['a', "b'c"]],
        [-2, 3, undefined, 'two\nlines \\', null],
      ],
    );
    expect(text).toBe(
      [
        'CREATE TABLE "lamps" ("n" BIGINT, "price" DOUBLE PRECISION, "new" BOOLEAN, "say ""hi""" TEXT, "tags" TEXT);',
        'INSERT INTO "lamps" ("n", "price", "new", "say ""hi""", "tags") VALUES',
        `(1, 1.5, TRUE, 'it''s; DROP TABLE lamps --', '["a","b''c"]'),`,
        "(-2, 3, NULL, 'two",
        "lines \\', NULL);",
        '',
      ].join('\n'),
    );
  });

  it('inserts 500 rows at a time, and none where there is none', async () => {
    const rows = Array.from({ length: 1_001 }, (_, row) => [row]);
    const { text } = await sqlOf(['n'], rows);
    expect(text.match(/INSERT INTO/g)).toHaveLength(3);
    expect(text.match(/;\n/g)).toHaveLength(4);
    expect((await sqlOf(['n'], [])).text).toBe('CREATE TABLE "lamps" ("n" TEXT);\n');
  });

  it('reports a text that no database could keep', async () => {
    const { text, report } = await sqlOf(['a', 'b'], [['x', 'y\0z']]);
    expect(text).toContain("'y\ufffdz'");
    expect(report.changedCells).toEqual([{ row: 0, column: 'b' }]);
  });
});

describe('tableName', () => {
  it.each([
    ['Television catalogue', 'television_catalogue'],
    ['Größe & Preis (2026)', 'große_preis_2026'.replace('ß', '_')],
    ['3 lamps', 'rows_3_lamps'],
    ['電球', 'rows'],
  ])('of %s is %s', (name, table) => {
    expect(tableName(name)).toBe(table);
  });

  it('is no longer than every database takes', () => {
    expect(tableName('lamp '.repeat(40))).toHaveLength(63);
  });
});
