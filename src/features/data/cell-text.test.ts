import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import type { Column } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import type { Cell } from '#core/rows/cell.ts';
import { unitAfter } from '#state/value-text.ts';
import { cellView, withUnit } from './cell-text.ts';

function column(parts: Partial<Column> = {}): Column {
  return columnSchema.parse({ id: 'c', name: 'c', fill: { kind: 'uuid' }, ...parts });
}

function textOf(value: JsonValue, parts: Partial<Column> = {}): string {
  return cellView({ state: 'done', value }, column(parts)).text;
}

describe('cellView', () => {
  it('shows a currency with its symbol and two decimals', () => {
    expect(textOf(1218.5, { unit: 'USD' })).toBe('$1,218.50');
  });

  it('leaves other units to the header', () => {
    expect(textOf(55, { unit: 'in' })).toBe('55');
  });

  it('hides the noise of binary fractions', () => {
    expect(textOf(0.1 + 0.2)).toBe('0.3');
  });

  it('never shows a tiny number as zero', () => {
    expect(textOf(1e-15)).toBe('1e-15');
  });

  it('shows negative zero as zero', () => {
    expect(textOf(-0)).toBe('0');
  });

  it('shows what a judge gave without its reasons, and any other object as JSON', () => {
    const given = (score: number) => ({ reasoning: 'Because it is so.', score });
    expect(textOf({ wit: given(3), clarity: given(2) })).toBe('wit 3, clarity 2');
    expect(textOf({ wit: given(3), note: 'x' })).toMatch(/^\{"wit"/);
  });

  it('keeps a text on one line', () => {
    expect(textOf('first\n  second')).toBe('first second');
  });

  it('reads booleans as words and nested values as JSON', () => {
    expect(textOf(false)).toBe('no');
    expect(textOf({ a: [1, 'x'] })).toBe('{"a":[1,"x"]}');
  });

  it('shows the reason of a failure instead of a value', () => {
    const cell: Cell = { state: 'failed', value: 'draft', reason: '41 words' };
    expect(cellView(cell, column())).toEqual({
      kind: 'failed',
      text: '41 words',
      reason: '41 words',
    });
  });

  it('does not repeat the name of its column in a reason, but says that of another', () => {
    const failed = (reason: string) =>
      cellView({ state: 'failed', reason }, column({ name: 'title' }));
    expect(failed('title: 41 words')).toMatchObject({ text: '41 words', reason: '41 words' });
    expect(failed('text: missing')).toMatchObject({ text: 'text: missing' });
  });

  it('tells null from a value that is missing', () => {
    expect(cellView({ state: 'done', value: null }, column()).kind).toBe('null');
    expect(cellView({ state: 'empty' }, column())).toEqual({ kind: 'empty', text: '' });
  });

  it('shows what has streamed so far', () => {
    expect(cellView({ state: 'streaming', value: 'A big' }, column())).toEqual({
      kind: 'streaming',
      text: 'A big',
    });
  });

  it('marks the series of a value, and only where it has one', () => {
    const markOf = (value: JsonValue) => (value === 'QLED' ? 1 : undefined);
    expect(cellView({ state: 'done', value: 'QLED' }, column(), markOf).mark).toBe(1);
    expect(cellView({ state: 'done', value: 'Plasma' }, column(), markOf)).not.toHaveProperty(
      'mark',
    );
  });
});

describe('withUnit', () => {
  it('says the unit of a number where no head does, and no currency twice', () => {
    const size = column({ type: 'integer', unit: 'in' });
    const view = cellView({ state: 'done', value: 63 }, size);
    expect(withUnit(view, unitAfter(size))?.text).toBe('63 in');
    expect(unitAfter(column({ type: 'decimal', unit: 'USD' }))).toBeUndefined();
  });

  it('gives no unit to what is no value', () => {
    expect(withUnit({ kind: 'failed', text: 'too long' }, 'in')?.text).toBe('too long');
    expect(withUnit({ kind: 'waiting', text: '' }, 'in')?.text).toBe('');
    expect(withUnit(undefined, 'in')).toBeUndefined();
  });
});
