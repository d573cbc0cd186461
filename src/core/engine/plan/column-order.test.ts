import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { designOf, type TestColumn } from '#core/engine/filled-table.contract.ts';
import { planColumns, type ColumnPlan } from './column-order.ts';

function formula(name: string, expression: string, more: object = {}): TestColumn {
  return { name, type: 'decimal', fill: { kind: 'formula', expression }, ...more };
}

function template(name: string, text: string): TestColumn {
  return { name, fill: { kind: 'template', template: text } };
}

function generated(name: string, call: string, more: object = {}): TestColumn {
  return { name, fill: { kind: 'generated', call }, ...more };
}

function call(id: string, content = '', more: object = {}) {
  const messages = content === '' ? [] : [{ role: 'user' as const, content }];
  return { id, name: id, model: 'default', messages, ...more };
}

const one: TestColumn = { name: 'one', type: 'integer', fill: { kind: 'sequence' } };

function planOf(design: DatasetDesign): ColumnPlan {
  const plan = planColumns(design);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

function problemsOf(design: DatasetDesign): readonly Diagnostic[] {
  const plan = planColumns(design);
  return plan.ok ? [] : plan.error;
}

describe('the plan of a design', () => {
  it('puts every column after those it reads', () => {
    const plan = planOf(
      designOf([formula('c', 'b + a'), formula('b', 'a * 2'), formula('a', 'one'), one]),
    );
    expect(plan.order).toEqual(['one', 'a', 'b', 'c']);
    expect(plan.computed).toEqual(plan.order);
  });

  it('keeps design order where there is a choice', () => {
    const columns = ['z', 'm', 'a'].map((name) => ({ ...one, name }));
    expect(planOf(designOf(columns)).order).toEqual(['z', 'm', 'a']);
  });

  it('respects every reference in any design without circles', () => {
    const edges = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 25 });
    const shuffled = fc.shuffledSubarray(
      Array.from({ length: 10 }, (_, index) => index),
      { minLength: 10 },
    );
    fc.assert(
      fc.property(edges, shuffled, (pairs, positions) => {
        const columns = positions.map((index) => {
          const reads = pairs
            .filter(([from, to]) => to === index && from < to)
            .map(([from]) => `c${from}`);
          return formula(`c${index}`, ['1', ...reads].join(' + '));
        });
        const { order } = planOf(designOf(columns));
        for (const [from, to] of pairs)
          if (from < to) expect(order.indexOf(`c${from}`)).toBeLessThan(order.indexOf(`c${to}`));
        expect([...order].sort()).toEqual(columns.map(({ name }) => name).sort());
      }),
    );
  });

  it('separates what waits for a model, with what it waits for', () => {
    const plan = planOf(
      designOf(
        [
          one,
          generated('title', 'write'),
          formula('double', 'one * 2'),
          template('shown', '{{ title }}'),
          template('again', '{{ shown }} {{ one }}'),
        ],
        { calls: [call('write', '{{ double }}')] },
      ),
    );
    expect(plan.computed).toEqual(['one', 'double']);
    expect(plan.afterCalls).toEqual([
      { columnId: 'shown', waitsFor: ['title'], calls: ['write'] },
      { columnId: 'again', waitsFor: ['title'], calls: ['write'] },
    ]);
    expect(plan.calls).toEqual([
      { callId: 'write', columnIds: ['title'], reads: ['double'], dependsOn: [] },
    ]);
  });

  it('orders calls by what they read, through derived columns too', () => {
    const plan = planOf(
      designOf(
        [
          generated('review', 'second'),
          template('headline', '{{ title | upper }}'),
          generated('title', 'first'),
          generated('tagline', 'first'),
        ],
        {
          calls: [
            call('second', 'About {{ headline }}'),
            call('first'),
            call('unused', '{{ title }}'),
          ],
        },
      ),
    );
    expect(plan.calls).toEqual([
      { callId: 'first', columnIds: ['title', 'tagline'], reads: [], dependsOn: [] },
      { callId: 'second', columnIds: ['review'], reads: ['headline'], dependsOn: ['first'] },
    ]);
  });

  it('counts skip rules among the reads of a call', () => {
    const plan = planOf(
      designOf([one, { ...one, name: 'two' }, generated('title', 'write', { skip: 'two > 3' })], {
        calls: [call('write', '', { skip: 'one > 1' })],
      }),
    );
    expect([...(plan.calls[0]?.reads ?? [])].sort()).toEqual(['one', 'two']);
  });

  it('lets a sampled column wait for a model when its skip rule does', () => {
    const plan = planOf(
      designOf([{ ...one, skip: "title == ''" }, generated('title', 'write')], {
        calls: [call('write')],
      }),
    );
    expect(plan.afterCalls.map(({ columnId }) => columnId)).toEqual(['one']);
  });
});

describe('a design that cannot be planned', () => {
  it.for<readonly [string, string, DatasetDesign, Diagnostic['path']]>([
    [
      'a circle of formulas',
      'cycle',
      designOf([formula('a', 'b'), formula('b', 'a')]),
      ['columns', 0, 'fill'],
    ],
    [
      'a column that reads itself',
      'cycle',
      designOf([formula('a', 'a + 1')]),
      ['columns', 0, 'fill'],
    ],
    [
      'a call that reads what it writes',
      'cycle',
      designOf([generated('t', 'c')], { calls: [call('c', '{{ t }}')] }),
      ['columns', 0, 'fill'],
    ],
    [
      'a circle through two columns of one call',
      'cycle',
      designOf(
        [generated('t', 'c', { skip: 'd == 1' }), generated('u', 'c'), formula('d', 'u | int')],
        { calls: [call('c')] },
      ),
      ['columns', 2, 'fill'],
    ],
    [
      'an unknown name in a formula',
      'unknown-name',
      designOf([formula('a', 'nope + 1')]),
      ['columns', 0, 'fill', 'expression'],
    ],
    [
      'an unknown name in a skip rule',
      'unknown-name',
      designOf([{ ...one, skip: 'nope' }]),
      ['columns', 0, 'skip'],
    ],
    [
      'an unknown name in a message',
      'unknown-name',
      designOf([generated('t', 'c')], { calls: [call('c', '{{ nope }}')] }),
      ['calls', 0, 'messages', 0, 'content'],
    ],
    [
      'a text that does not parse',
      'expression-syntax',
      designOf([formula('a', '1 +')]),
      ['columns', 0, 'fill', 'expression'],
    ],
    [
      'an unknown call',
      'unknown-call',
      designOf([generated('t', 'c')]),
      ['columns', 0, 'fill', 'call'],
    ],
    [
      'an unknown source',
      'unknown-source',
      designOf([{ name: 'a', fill: { kind: 'source', source: 's', field: 'f' } }]),
      ['columns', 0, 'fill', 'source'],
    ],
    [
      'an unknown parent',
      'unknown-column',
      designOf([{ name: 'a', fill: { kind: 'subcategory', category: 'p', values: {} } }]),
      ['columns', 0, 'fill', 'category'],
    ],
    [
      'a parent that a model writes',
      'parent-needs-model',
      designOf(
        [
          generated('t', 'c'),
          { name: 'a', fill: { kind: 'subcategory', category: 't', values: {} } },
        ],
        { calls: [call('c')] },
      ),
      ['columns', 1, 'fill', 'category'],
    ],
    [
      'a subcategory of itself',
      'cycle',
      designOf([{ name: 'a', fill: { kind: 'subcategory', category: 'a', values: {} } }]),
      ['columns', 0, 'fill'],
    ],
  ])('says so for %s', ([, code, design, path]) => {
    expect(problemsOf(design)).toContainEqual(
      expect.objectContaining({ code, path, severity: 'error' }),
    );
  });

  it('names the columns of a circle', () => {
    const [problem] = problemsOf(
      designOf([formula('a', 'b'), formula('b', 'c'), formula('c', 'a')]),
    );
    expect(problem?.message).toContain('a → b → c → a');
  });

  it('points at an unknown name inside its text', () => {
    expect(problemsOf(designOf([formula('a', '1 + nope')]))[0]?.range).toEqual({
      start: 4,
      end: 8,
    });
  });

  it('reports every problem at once', () => {
    const design = designOf([
      formula('a', 'x'),
      formula('b', 'y'),
      formula('c', 'd'),
      formula('d', 'c'),
    ]);
    expect(problemsOf(design).map(({ code }) => code)).toEqual([
      'unknown-name',
      'unknown-name',
      'cycle',
    ]);
  });
});
