import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipboardText, toTsv } from './clipboard-text.ts';
import { fromTsv } from './pasted-table.ts';

describe('toTsv', () => {
  it('quotes what would break a line or a cell', () => {
    expect(toTsv([['a\tb', 'say "hi"', 7, null, undefined, true]])).toBe(
      '"a\tb"\t"say ""hi"""\t7\t\t\ttrue',
    );
  });

  it('writes nested values as JSON', () => {
    expect(clipboardText({ a: [1] })).toBe('{"a":[1]}');
  });
});

describe('fromTsv', () => {
  it('reads what a spreadsheet copies, without a row for the last line break', () => {
    expect(fromTsv('1\tone\r\n2\t"two\nlines"\r\n')).toEqual({
      ok: true,
      rows: [
        ['1', 'one'],
        ['2', 'two\nlines'],
      ],
    });
  });

  it('refuses a million cells', () => {
    expect(fromTsv(`${'x\t'.repeat(999)}x\n`.repeat(1_000)).ok).toBe(false);
  });

  it('gives back every table that was copied', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', ',', 'é') });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(fromTsv(`${toTsv(rows)}\n`)).toEqual({ ok: true, rows });
      }),
    );
  });
});
