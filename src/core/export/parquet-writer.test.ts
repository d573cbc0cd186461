import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { createParquetWriter } from './parquet-writer.ts';
import { createMemorySink, describeRowWriter, exportRowsOf } from './row-writer.contract.ts';

async function fileOf(names: readonly string[], table: readonly (JsonValue | undefined)[][]) {
  const sink = createMemorySink();
  await createParquetWriter().write(exportRowsOf(names, table), sink);
  return { file: new Uint8Array(Buffer.concat(sink.chunks)).buffer, chunks: sink.chunks.length };
}

describeRowWriter('Parquet', createParquetWriter, { isText: false });

describe('createParquetWriter', () => {
  it('states the types of columns and reads back, empty cells and awkward texts too', async () => {
    const names = ['count', 'price', 'is new', 'text', 'tags', 'mixed', 'nothing'];
    const big = Number.MAX_SAFE_INTEGER;
    const { file } = await fileOf(names, [
      [1, 1.5, true, 'größer "x"\n', ['a', 'b'], 1, null],
      [big, 2, undefined, '', { deep: [null] }, 'two', undefined],
      [null, -0.25, false, '😀', null, false, null],
    ]);
    expect(await parquetReadObjects({ file })).toEqual([
      {
        ...{ count: 1n, price: 1.5, 'is new': true, text: 'größer "x"\n', tags: ['a', 'b'] },
        ...{ mixed: 1, nothing: null },
      },
      {
        ...{ count: BigInt(big), price: 2, 'is new': null, text: '', tags: { deep: [null] } },
        ...{ mixed: 'two', nothing: null },
      },
      {
        ...{ count: null, price: -0.25, 'is new': false, text: '😀', tags: null },
        ...{ mixed: false, nothing: null },
      },
    ]);
    const { schema } = parquetMetadata(file);
    expect(schema.slice(1).map(({ type }) => type)).toEqual([
      ...['INT64', 'DOUBLE', 'BOOLEAN', 'BYTE_ARRAY', 'BYTE_ARRAY', 'BYTE_ARRAY', 'BYTE_ARRAY'],
    ]);
  });

  it('hands over a group of rows at a time', async () => {
    const { file, chunks } = await fileOf(
      ['n'],
      Array.from({ length: 45_000 }, (_, row) => [row]),
    );
    expect(parquetMetadata(file).row_groups.length).toBe(3);
    expect(chunks).toBe(4);
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(45_000);
    expect(rows.at(-1)).toEqual({ n: 44_999n });
  });

  it('has its columns without a row', async () => {
    const { file } = await fileOf(['a'], []);
    expect(parquetMetadata(file).schema.map(({ name }) => name)).toEqual(['root', 'a']);
    expect(await parquetReadObjects({ file })).toEqual([]);
  });
});
