import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import {
  defaultOptions,
  exportFileName,
  exportProblem,
  exportRequest,
  moveColumn,
  partsOf,
} from './export-options.ts';

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
    expect(exportRequest(defaultOptions(design()), { limit: 3 }).limit).toBe(3);
    expect(exportRequest(defaultOptions(design()))).not.toHaveProperty('limit');
  });
});

describe('parts of a file', () => {
  it('makes a request for each part', () => {
    const options = { ...defaultOptions(design()), split: 'train-test', splitBy: 'a' } as const;
    expect(exportRequest(options, { index: 1 }).part).toEqual({
      parts: [
        { name: 'train', share: 80 },
        { name: 'test', share: 20 },
      ],
      by: 'a',
      index: 1,
    });
    expect(exportFileName('Lamps', 'csv', 'test')).toBe('Lamps-test.csv');
  });

  it('takes the own words of the user and says what is wrong with them', () => {
    const own = { ...defaultOptions(design()), split: 'own' } as const;
    expect(partsOf({ ...own, splitText: 'a=1, b=3' })).toMatchObject({ ok: true });
    expect(exportProblem({ ...own, splitText: 'a=1' })).toMatch(/2 to 10 parts/);
  });
});

describe('names in the file', () => {
  const renamed = (fileName: string) => {
    const options = defaultOptions(design());
    return {
      ...options,
      columns: options.columns.map((column, index) =>
        index === 0 ? { ...column, fileName } : column,
      ),
    };
  };

  it('passes on the names that were given', () => {
    expect(exportRequest(renamed(' first ')).names).toEqual({ a: 'first' });
    expect(exportRequest(renamed(' ')).names).toEqual({});
  });

  it('refuses a name that another column of the file has', () => {
    expect(exportProblem(renamed('b name'))).toBe('Two columns would be called “b name”.');
    expect(exportProblem(renamed('helper name'))).toBeUndefined();
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
