import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { createCsvWriter, type CsvOptions } from './csv-writer.ts';
import { createMemorySink, describeRowWriter, exportRowsOf } from './row-writer.contract.ts';

type Table = readonly (readonly (JsonValue | undefined)[])[];

async function csvOf(names: readonly string[], table: Table, options?: CsvOptions) {
  const sink = createMemorySink();
  const report = await createCsvWriter(options).write(exportRowsOf(names, table), sink);
  return { bytes: Buffer.concat(sink.chunks), text: sink.text(), report };
}

/** Papa writes lists and objects by `toString`; ours are JSON. */
function forPapa(table: Table): unknown[][] {
  return table.map((row) =>
    row.map((value) =>
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ),
  );
}

const awkwardText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\t', '\r', '\n', ' ', '\ufeff', 'a', 'é', '😀', '\ud800'),
  }),
  fc.string({ minLength: 110, maxLength: 400 }),
);
const cell = fc.oneof(
  awkwardText,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
);
const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.tuple(
    fc.uniqueArray(awkwardText, { minLength: width, maxLength: width }),
    // Papa turns an empty table into one empty row, which no file of ours should hold.
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 8,
    }),
  ),
);

describeRowWriter('CSV', () => createCsvWriter());

describe('createCsvWriter', () => {
  it('writes the same bytes as Papa Parse for any table, header or not, either line ending, commas or tabs', async () => {
    const options = fc.record({
      newline: fc.constantFrom('\r\n' as const, '\n' as const),
      hasHeader: fc.boolean(),
      delimiter: fc.constantFrom(',' as const, '\t' as const),
    });
    await fc.assert(
      fc.asyncProperty(tables, options, async ([names, table], options) => {
        const { newline, hasHeader, delimiter } = options;
        const { bytes } = await csvOf(names, table, options);
        const expected = Papa.unparse(
          { fields: names, data: forPapa(table) },
          { newline, header: hasHeader, delimiter },
        );
        expect(bytes.equals(Buffer.from(expected, 'utf8'))).toBe(true);
      }),
    );
  });

  it('is read back by Papa Parse as the texts that went in', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 30 });
    const table = fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const { text } = await csvOf(['a', 'b'], rows);
        const read = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' });
        expect(read.data).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });

  it('writes null as nothing, booleans as words and nested values as JSON', async () => {
    const { text } = await csvOf(['a', 'b', 'c', 'd'], [[null, true, ['x', 1], { k: 'v' }]]);
    expect(text).toBe('a,b,c,d\r\n,true,"[""x"",1]","{""k"":""v""}"');
  });

  it('begins with a byte order mark only when asked', async () => {
    const marked = await csvOf(['a'], [[1]], { hasByteOrderMark: true });
    expect([...marked.bytes.subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 97]);
  });

  it('writes the header alone when there are no rows', async () => {
    expect((await csvOf(['a', 'b'], [])).text).toBe('a,b');
  });

  it('leaves formulas as they are by default', async () => {
    const { text, report } = await csvOf(['a'], [['=1+1']]);
    expect(text).toBe('a\r\n=1+1');
    expect(report.changedCount).toBe(0);
  });

  it('guards texts that begin like a formula and lists where', async () => {
    const table = [['=1+1'], ['plain'], [-5], ['-5.25'], [' @x'], ['＝A1'], ['\tx'], ['+49 151']];
    const { text, report } = await csvOf(['a'], table, {
      isSpreadsheetSafe: true,
      newline: '\n',
    });
    expect(text).toBe("a\n'=1+1\nplain\n-5\n-5.25\n' @x\n'＝A1\n'\tx\n'+49 151");
    expect(report.changedCount).toBe(5);
    expect(report.changedCells.map(({ row }) => row)).toEqual([0, 4, 5, 6, 7]);
  });

  it('guards column names too', async () => {
    const { text, report } = await csvOf(['=cmd'], [], { isSpreadsheetSafe: true });
    expect(text).toBe("'=cmd");
    expect(report.changedCells).toEqual([{ column: '=cmd' }]);
  });

  it('counts all changed cells but lists at most 10,000', async () => {
    const table = Array.from({ length: 10_050 }, () => ['=x']);
    const { report } = await csvOf(['a'], table, { isSpreadsheetSafe: true });
    expect(report.changedCount).toBe(10_050);
    expect(report.changedCells).toHaveLength(10_000);
  });
});
