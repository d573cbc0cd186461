import { describe, expect, it } from 'vitest';
import { compileExpression } from '#core/expression/compile.ts';
import { parseExpression } from '#core/expression/parse.ts';
import type { Scope } from '#core/expression/scope.ts';
import { designOf, fillTable, type TestColumn } from './filled-table.contract.ts';

const size: TestColumn = { name: 'size', type: 'integer', fill: { kind: 'sequence', start: 40 } };
const price: TestColumn = {
  name: 'price',
  type: 'decimal',
  fill: { kind: 'formula', expression: 'size * 10' },
};
const title: TestColumn = { name: 'title', fill: { kind: 'generated', call: 'write' } };
const slug: TestColumn = {
  name: 'slug',
  fill: { kind: 'template', template: '{{ title | lower }}-{{ size }}' },
};
const length: TestColumn = {
  name: 'length',
  type: 'integer',
  fill: { kind: 'formula', expression: 'slug | length' },
};
const calls = [{ id: 'write', name: 'write', model: 'default' }];
const shop = designOf([length, slug, title, price, size], { calls });

function evaluate(text: string, scope: Scope): unknown {
  const parsed = parseExpression(text);
  return parsed.ok ? compileExpression(parsed.value)(scope) : parsed.error;
}

describe('fillRange', () => {
  it('fills what needs no model and leaves the rest empty', () => {
    const table = fillTable(shop, 2);
    expect(table.values('price')).toEqual([400, 410]);
    for (const name of ['title', 'slug', 'length'])
      expect(table.cells(name).map(({ state }) => state)).toEqual(['empty', 'empty']);
  });

  it('stops at the last row of the store', () => {
    const { filler, store } = fillTable(shop, 2);
    filler.fillRange(0, 100);
    expect(store.rowCount).toBe(2);
  });

  it('computes formulas from edited cells', () => {
    const { filler, store } = fillTable(shop, 2);
    store.setValue('size', 1, 55, 'edited');
    filler.fillRange(0, 2);
    expect(store.value('price', 1)).toBe(550);
  });
});

describe('deriveRows', () => {
  it('derives what a call was needed for, in order', () => {
    const { filler, store } = fillTable(shop, 2);
    store.setValue('title', 1, 'Aurora');
    filler.deriveRows('write', [0, 1]);
    expect(store.value('slug', 1)).toBe('aurora-41');
    expect(store.value('length', 1)).toBe(9);
    expect(store.state('slug', 0)).toBe('empty');
  });

  it('fails what reads a failed cell, through every step', () => {
    const { filler, store } = fillTable(shop, 1);
    store.setState('title', 0, 'failed', 'No answer.');
    filler.deriveRows('write', [0]);
    expect(store.cell('slug', 0).reason).toBe('Needs title, which failed.');
    expect(store.cell('length', 0).reason).toBe('Needs slug, which failed.');
  });

  it('follows an edit of a sampled cell', () => {
    const { filler, store } = fillTable(shop, 1);
    store.setValue('size', 0, 50, 'edited');
    filler.deriveRows(['size'], [0]);
    expect(store.value('price', 0)).toBe(500);
  });

  it('draws a subcategory again when its parent is edited', () => {
    const design = designOf([
      {
        name: 'kind',
        fill: { kind: 'category', values: [{ value: 'cat' }, { value: 'dog', weight: 0 }] },
      },
      {
        name: 'sound',
        fill: {
          kind: 'subcategory',
          category: 'kind',
          values: { cat: [{ value: 'meow' }], dog: [{ value: 'woof' }] },
        },
      },
    ]);
    const { filler, store } = fillTable(design, 2);
    store.setValue('kind', 1, 'dog', 'edited');
    filler.deriveRows(['kind'], [1]);
    expect([store.value('sound', 0), store.value('sound', 1)]).toEqual(['meow', 'woof']);
  });

  it('leaves locked cells alone', () => {
    const { filler, store } = fillTable(shop, 1);
    store.setValue('price', 0, 1, 'locked');
    filler.deriveRows(['size'], [0]);
    expect(store.value('price', 0)).toBe(1);
  });

  it('treats a skipped input as null', () => {
    const { filler, store } = fillTable(shop, 1);
    store.setState('title', 0, 'skipped');
    filler.deriveRows('write', [0]);
    expect(store.state('slug', 0)).not.toBe('empty');
  });
});

describe('evaluateRow', () => {
  it('derives tentative values and stores nothing', () => {
    const { filler, store } = fillTable(shop, 1);
    const { version } = store;
    const { values, refusals } = filler.evaluateRow(0, new Map([['title', 'Borealis']]));
    expect(Object.fromEntries(values)).toEqual({
      title: 'Borealis',
      slug: 'borealis-40',
      length: 11,
    });
    expect(refusals.size).toBe(0);
    expect(store.version).toBe(version);
  });

  it('gives the values that a commit then stores', () => {
    const { filler, store } = fillTable(shop, 1);
    const { values } = filler.evaluateRow(0, new Map([['title', 'Borealis']]));
    store.setValue('title', 0, 'Borealis');
    filler.deriveRows('write', [0]);
    for (const [id, value] of values) expect(store.value(id, 0)).toEqual(value);
  });

  it('says what would fail, and what would fail with it', () => {
    const { filler } = fillTable(shop, 1);
    const { refusals } = filler.evaluateRow(0, new Map([['title', ['a', 'list']]]));
    expect([...refusals.keys()]).toEqual(['slug', 'length']);
    expect(refusals.get('length')).toBe('Needs slug, which failed.');
  });

  it('leaves out what still waits for another call', () => {
    const design = designOf(
      [
        title,
        { name: 'body', fill: { kind: 'generated', call: 'more' } },
        { name: 'both', fill: { kind: 'template', template: '{{ title }} {{ body }}' } },
      ],
      { calls: [...calls, { id: 'more', name: 'more', model: 'default' }] },
    );
    const { values, refusals } = fillTable(design, 1).filler.evaluateRow(
      0,
      new Map([['title', 'A']]),
    );
    expect([[...values.keys()], refusals.size]).toEqual([['title'], 0]);
  });

  it('counts a tentative null as a value', () => {
    const { filler } = fillTable(shop, 1);
    const { refusals } = filler.evaluateRow(0, new Map([['size', null]]));
    expect([...refusals.keys()]).toEqual(['price']);
  });
});

describe('scopeOf', () => {
  it('reads the row by column name, tentative values first', () => {
    const { filler } = fillTable(shop, 1);
    expect(evaluate('price + size', filler.scopeOf(0))).toBe(440);
    expect(evaluate('price + size', filler.scopeOf(0, new Map([['size', 1]])))).toBe(401);
  });

  it('knows no names but columns', () => {
    const scope = fillTable(shop, 1).filler.scopeOf(0);
    for (const name of ['nope', 'constructor', '__proto__', 'toString'])
      expect(scope.get(name)).toBeUndefined();
    expect(scope.get('title')).toBeNull();
  });
});
