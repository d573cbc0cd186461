import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, type JsonValue } from '#core/base/json.ts';
import { createJsonlWriter } from './jsonl-writer.ts';
import { createMemorySink, describeRowWriter, exportRowsOf } from './row-writer.contract.ts';

async function jsonlOf(names: readonly string[], table: (JsonValue | undefined)[][]) {
  const sink = createMemorySink();
  await createJsonlWriter().write(exportRowsOf(names, table), sink);
  return sink.text();
}

function parsed(line: string): JsonValue {
  const result = parseJson(line);
  if (!result.ok) throw new Error(`${result.error.message}: ${line}`);
  return result.value;
}

describeRowWriter('JSON Lines', createJsonlWriter);

describe('createJsonlWriter', () => {
  it('reads back as the values that went in, for any names and values', async () => {
    const name = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', '1', 'a"'));
    const cells = fc.oneof(
      fc.jsonValue() as fc.Arbitrary<JsonValue>,
      fc.string({ unit: 'binary', maxLength: 300 }),
    );
    const tables = fc
      .uniqueArray(name, { minLength: 1, maxLength: 4 })
      .chain((names) =>
        fc.tuple(
          fc.constant(names),
          fc.array(fc.array(cells, { minLength: names.length, maxLength: names.length })),
        ),
      );
    await fc.assert(
      fc.asyncProperty(tables, async ([names, table]) => {
        const lines = (await jsonlOf(names, table)).split('\n').slice(0, -1);
        const read = lines.map((line) => Object.entries(parsed(line) as object).sort(byKey));
        const written = table.map((row) =>
          names.map((key, index) => [key, row[index]] as [string, JsonValue]).sort(byKey),
        );
        expect(JSON.stringify(read)).toBe(JSON.stringify(written));
      }),
    );
  });

  it('writes keys in column order', async () => {
    expect(await jsonlOf(['b', 'a'], [[1, 'x']])).toBe('{"b":1,"a":"x"}\n');
  });

  it('writes an empty cell as null', async () => {
    expect(await jsonlOf(['a'], [[undefined], [null]])).toBe('{"a":null}\n{"a":null}\n');
  });

  it('keeps a column named __proto__ as ordinary data', async () => {
    expect(await jsonlOf(['__proto__'], [['x']])).toBe('{"__proto__":"x"}\n');
  });

  it('writes nothing for no rows', async () => {
    expect(await jsonlOf(['a'], [])).toBe('');
  });
});

function byKey([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : 1;
}
