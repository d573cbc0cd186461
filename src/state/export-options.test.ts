import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { defaultOptions, exportRequest, moveColumn } from './export-options.ts';

function design(output: Partial<DatasetDesign['output']> = {}): DatasetDesign {
  const columns = ['a', 'b', 'helper'].map((id) =>
    columnSchema.parse({ id, name: `${id} name`, fill: { kind: 'uuid' }, drop: id === 'helper' }),
  );
  return createDesign({ columns, output: { format: 'jsonl', ...output } });
}

function chosenIds(of: DatasetDesign): readonly string[] {
  return exportRequest(defaultOptions(of)).columnIds;
}

describe('defaultOptions', () => {
  it('chooses every column that is not dropped', () => {
    expect(chosenIds(design())).toEqual(['a', 'b']);
  });

  it('takes format, columns and order from the design', () => {
    const own = design({ format: 'csv', columns: ['helper', 'a'] });
    expect(chosenIds(own)).toEqual(['helper', 'a']);
    expect(defaultOptions(own).format).toBe('csv');
  });

  it('offers the columns that are not chosen behind the chosen ones', () => {
    const { columns } = defaultOptions(design({ columns: ['b'] }));
    expect(columns.map(({ name, isChosen }) => [name, isChosen])).toEqual([
      ['b name', true],
      ['a name', false],
      ['helper name', false],
    ]);
  });

  it('passes over columns that no longer exist', () => {
    expect(chosenIds(design({ columns: ['lost', 'b'] }))).toEqual(['b']);
  });
});

describe('exportRequest', () => {
  it('asks for the first rows only where a limit is given', () => {
    expect(exportRequest(defaultOptions(design()), 3).limit).toBe(3);
    expect(exportRequest(defaultOptions(design()))).not.toHaveProperty('limit');
  });
});

describe('moveColumn', () => {
  const { columns } = defaultOptions(design());
  const ids = (index: number, step: -1 | 1) => moveColumn(columns, index, step).map(({ id }) => id);

  it('moves a column by one place', () => {
    expect(ids(0, 1)).toEqual(['b', 'a', 'helper']);
    expect(ids(2, -1)).toEqual(['a', 'helper', 'b']);
  });

  it('leaves the ends where they are', () => {
    expect(ids(0, -1)).toEqual(['a', 'b', 'helper']);
    expect(ids(2, 1)).toEqual(['a', 'b', 'helper']);
    expect(ids(9, 1)).toEqual(['a', 'b', 'helper']);
  });
});
