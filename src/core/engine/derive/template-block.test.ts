import { describe, expect, it } from 'vitest';
import { designOf, fillTable, type TestColumn } from '#core/engine/filled-table.contract.ts';
import { createTemplateBlock } from './template-block.ts';

const size: TestColumn = {
  name: 'size',
  type: 'integer',
  fill: { kind: 'number', distribution: { kind: 'integer', low: 32, high: 85 } },
};
const panel: TestColumn = {
  name: 'panel',
  fill: { kind: 'category', values: [{ value: 'OLED' }, { value: 'QLED' }] },
};
const template = (text: string, rest: Partial<TestColumn> = {}): TestColumn => ({
  name: 'title',
  fill: { kind: 'template', template: text },
  ...rest,
});
const plain = template('{{ panel }}, {{ size }} inch');

function blockOf(columns: readonly TestColumn[], rest: Parameters<typeof designOf>[1] = {}) {
  const design = designOf(columns, rest);
  const { store } = fillTable(design, 3);
  const column = design.columns.find(({ name }) => name === 'title');
  if (column === undefined) throw new Error('The design of the test has a title.');
  return createTemplateBlock(column, { design, store });
}

describe('a plain template', () => {
  it('prints what its draw prints', () => {
    const table = fillTable(designOf([size, panel, plain]), 5_000);
    // A filter makes the same text by way of the draw.
    const drawn = fillTable(
      designOf([size, panel, template("{{ panel | default('') }}, {{ size }} inch")]),
      5_000,
    );
    expect(table.values('title')).toEqual(drawn.values('title'));
  });

  it('follows an edited cell of its row and leaves the others', () => {
    const table = fillTable(designOf([size, panel, plain]), 4);
    const { store, filler } = table;
    const before = table.values('title');
    store.setValue('size', 2, 99, 'edited');
    filler.deriveRows(['size'], [2]);
    expect(['OLED, 99 inch', 'QLED, 99 inch']).toContain(store.value('title', 2));
    expect(table.values('title').filter((_, row) => row !== 2)).toEqual(
      before.filter((_, row) => row !== 2),
    );
  });

  it('fails where what it reads has failed', () => {
    const broken: TestColumn = {
      ...panel,
      fill: { kind: 'category', values: [{ value: 'OLED', weight: 0 }] },
    };
    const table = fillTable(designOf([size, broken, plain]), 2);
    expect(table.cells('title')).toMatchObject([{ state: 'failed' }, { state: 'failed' }]);
  });

  it('leaves a text that the user wrote', () => {
    const { store, filler } = fillTable(designOf([size, panel, plain]), 3);
    store.setValue('title', 1, 'Mine', 'locked');
    filler.fillRange(0, 3);
    expect(store.value('title', 1)).toBe('Mine');
  });
});

describe('the block of a template', () => {
  it('is there for plain ones', () => {
    expect(blockOf([size, panel, plain])).toBeDefined();
  });

  it.for([
    ['a filter', template('{{ panel | lower }}')],
    ['a condition', template('{% if size %}x{% endif %}')],
    ['a look into a value', template('{{ panel.label }}')],
    ['a share of nulls', template('{{ panel }}', { nullRate: 0.5 })],
    ['a skip rule', template('{{ panel }}', { skip: 'size > 50' })],
    ['another type', template('{{ size }}', { type: 'integer' })],
    ['a template it reads', template('{{ slug }}')],
  ] as const)('is not there for %s', ([, title]) => {
    const slug: TestColumn = { name: 'slug', fill: { kind: 'template', template: '{{ panel }}' } };
    expect(blockOf([size, panel, slug, title])).toBeUndefined();
  });

  it('is not there where numbers cannot be seen', () => {
    expect(blockOf([size, panel, plain], { dialect: 'oumi' })).toBeUndefined();
  });
});
