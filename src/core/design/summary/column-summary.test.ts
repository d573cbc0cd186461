import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import type { Fill } from '#core/design/fill.ts';
import { columnSummary } from './column-summary.ts';

function column(fill: Fill, parts: Partial<Column> = {}): Column {
  return columnSchema.parse({ id: 'c', name: 'c', fill, ...parts });
}

const textOf = (subject: Column, design: Partial<DatasetDesign> = {}) =>
  columnSummary(subject, createDesign({ columns: [subject], ...design })).text;

const weighted = (...pairs: readonly (readonly [string, number])[]): Fill => ({
  kind: 'category',
  values: pairs.map(([value, weight]) => ({ value, weight })),
});

describe('columnSummary', () => {
  it('gives few short values with their percentages', () => {
    expect(textOf(column(weighted(['OLED', 11], ['QLED', 9])))).toBe('OLED 55, QLED 45');
  });

  it('counts values that are many, long or never drawn', () => {
    expect(textOf(column(weighted(['a', 1], ['b', 1], ['c', 1], ['d', 1])))).toBe('4 values');
    expect(textOf(column(weighted(['a rather long first value', 1], ['b', 1])))).toBe('2 values');
    expect(textOf(column(weighted(['a', 0])))).toBe('1 value');
  });

  it('counts the values under each value of the parent', () => {
    const table = (...values: readonly string[]) => values.map((value) => ({ value, weight: 1 }));
    const under = (values: Readonly<Record<string, ReturnType<typeof table>>>) =>
      textOf(column({ kind: 'subcategory', category: 'brand', values }));
    expect(under({ Avora: table('a', 'b'), Belm: table('c', 'd') })).toBe('2 values per brand');
    expect(under({ Avora: table('a'), Belm: table('c', 'd') })).toBe('1 to 2 values per brand');
  });

  it('gives the range of a number with its unit', () => {
    const distribution = { kind: 'gaussian', mean: 57, stddev: 12.5, low: 32, high: 85 } as const;
    expect(textOf(column({ kind: 'number', distribution }, { unit: 'in' }))).toBe('32 to 85 in');
  });

  it('gives mean and spread of a number without both ends', () => {
    const distribution = { kind: 'gaussian', mean: 5, stddev: 0.1 } as const;
    expect(textOf(column({ kind: 'number', distribution }))).toBe('5 ± 0.1');
  });

  it('gives a formula as code on one line', () => {
    const subject = column({ kind: 'formula', expression: 'size *\n  2' });
    expect(columnSummary(subject, createDesign())).toEqual({
      text: 'size * 2',
      isCode: true,
      call: '',
    });
  });

  it('names the rules and the call of a generated column', () => {
    const subject = column({ kind: 'generated', call: 'writer' });
    const rule = { severity: 'must', inPrompt: true, chart: true } as const;
    const design = createDesign({
      columns: [subject],
      calls: [
        {
          id: 'writer',
          name: 'copywriter',
          model: 'm',
          rowsPerRequest: 10,
          messages: [],
          examples: [],
          output: { kind: 'fields' },
        },
      ],
      constraints: [
        { id: 'u', kind: 'unique', columns: ['c'], ...rule },
        { id: 'l', kind: 'length', column: 'c', unit: 'words', low: 10, high: 30, ...rule },
      ],
    });
    expect(columnSummary(subject, design)).toEqual({
      text: 'unique, 10 to 30 words, by',
      isCode: false,
      call: 'copywriter',
    });
  });

  it('shows how a sequence begins', () => {
    expect(textOf(column({ kind: 'sequence', start: 9, step: 1, prefix: 'SKU-', padTo: 3 }))).toBe(
      'SKU-009, SKU-010, …',
    );
  });
});
