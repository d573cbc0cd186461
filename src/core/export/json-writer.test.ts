import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { createJsonWriter } from './json-writer.ts';
import { createMemorySink, describeRowWriter, exportRowsOf } from './row-writer.contract.ts';

async function jsonOf(names: readonly string[], table: readonly JsonValue[][]) {
  const sink = createMemorySink();
  await createJsonWriter().write(exportRowsOf(names, table), sink);
  return sink.text();
}

describeRowWriter('A JSON array', createJsonWriter);

describe('createJsonWriter', () => {
  it('has an object on each line, whatever the number of rows', async () => {
    expect(await jsonOf(['b', 'a'], [[1, 'x']])).toBe('[\n{"b":1,"a":"x"}\n]\n');
    expect(await jsonOf(['a'], [[1], [2]])).toBe('[\n{"a":1},\n{"a":2}\n]\n');
  });

  it('reads back as the rows that went in', async () => {
    const tables = fc.array(fc.array(fc.jsonValue(), { minLength: 2, maxLength: 2 }));
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const read: unknown = JSON.parse(await jsonOf(['a', 'b'], table as JsonValue[][]));
        const written = table.map(([a, b]) => ({ a, b }));
        expect(JSON.stringify(read)).toBe(JSON.stringify(written));
      }),
    );
  });

  it('is an empty array without rows', async () => {
    expect(JSON.parse(await jsonOf(['a'], []))).toEqual([]);
  });
});
