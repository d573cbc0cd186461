import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDesign } from './arbitrary-design.contract.ts';
import type { DesignCommand } from './command.ts';
import type { DatasetDesign } from './design.ts';
import { designSchema } from './design-schema.ts';
import { applyCommand, applyCommands } from './edit.ts';
import { columnReferences } from './references.ts';
import { restoreDesign } from './restore.ts';

function designOf(input: object): DatasetDesign {
  const result = restoreDesign({ version: 1, ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.design;
}

const design = designOf({
  models: [{ alias: 'writer' }],
  sources: [{ id: 's', name: 's', kind: 'inline', rows: [{ x: 1 }] }],
  columns: [
    { id: 'c1', name: 'type', fill: { kind: 'category', values: ['a'] } },
    {
      id: 'c2',
      name: 'size',
      unit: 'in',
      fill: { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 9 } },
    },
    {
      id: 'c3',
      name: 'price',
      fill: { kind: 'formula', expression: "size * 2 if type == 'size' else size" },
    },
    { id: 'c4', name: 'model', fill: { kind: 'generated', call: 'copy' } },
    { id: 'c5', name: 'origin', fill: { kind: 'source', source: 's', field: 'x' } },
  ],
  calls: [
    {
      id: 'copy',
      name: 'copy',
      model: 'writer',
      messages: [{ role: 'user', content: 'A size of {{ size }}' }],
      examples: [{ facts: { size: 4 }, values: { model: 'Four' } }],
    },
  ],
  constraints: [
    { id: 'r1', kind: 'linear', x: 'c2', y: 'c3' },
    { id: 'r2', kind: 'expression', expression: 'size > 1', sentence: 'size above 1' },
  ],
  charts: [{ id: 'h1', kind: 'scatter', x: 'c2', y: 'c3' }],
  output: { columns: ['c1', 'c4', 'c5'] },
});

function applied(command: DesignCommand, from = design): DatasetDesign {
  const result = applyCommand(from, command);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  designSchema.parse(result.value);
  return result.value;
}

function refusal(command: DesignCommand): string {
  const result = applyCommand(design, command);
  if (result.ok) throw new Error('expected the command to be refused');
  return `${result.error[0]?.code ?? ''}: ${result.error[0]?.message ?? ''}`;
}

describe('rename-column', () => {
  it('rewrites expressions, templates and examples, but no text and no sentence', () => {
    const next = applied({ kind: 'rename-column', columnId: 'c2', name: 'inches' });
    expect(next.columns[2]?.fill).toMatchObject({
      expression: "inches * 2 if type == 'size' else inches",
    });
    expect(next.calls[0]?.messages[0]?.content).toBe('A size of {{ inches }}');
    expect(next.calls[0]?.examples[0]).toEqual({ facts: { inches: 4 }, values: { model: 'Four' } });
    expect(next.constraints[1]).toMatchObject({
      expression: 'inches > 1',
      sentence: 'size above 1',
    });
  });

  it('keeps the graph of references of any design', () => {
    fc.assert(
      fc.property(arbitraryDesign, fc.nat(), (any, place) => {
        const column = any.columns[place % any.columns.length]!;
        const next = applied(
          { kind: 'rename-column', columnId: column.id, name: 'renamed_x' },
          any,
        );
        const graph = (of: DatasetDesign): readonly unknown[] =>
          columnReferences(of).map(({ from, columnId, path, via }) => [
            from.kind,
            from.id,
            columnId,
            path,
            via,
          ]);
        expect(graph(next)).toEqual(graph(any));
      }),
    );
  });

  it('keeps untouched parts the same objects', () => {
    const next = applied({ kind: 'rename-column', columnId: 'c1', name: 'kind' });
    expect(next.calls).toBe(design.calls);
    expect(next.columns[1]).toBe(design.columns[1]);
    expect(next.constraints).toBe(design.constraints);
  });

  it.each([
    ['', 'empty-name'],
    ['type', 'duplicate-name'],
    ['__proto__', 'name-not-usable'],
    ['x'.repeat(201), 'name-too-long'],
    ['screen size', 'name-not-referable'],
    ['if', 'name-not-referable'],
  ])('to %j is refused', (name, code) => {
    expect(refusal({ kind: 'rename-column', columnId: 'c2', name })).toMatch(code);
  });

  it('to any name is accepted when no text reads the column', () => {
    expect(
      applied({ kind: 'rename-column', columnId: 'c5', name: 'where from?' }).columns[4]?.name,
    ).toBe('where from?');
  });
});

describe('delete-column', () => {
  it('is refused while others read it, and says who', () => {
    expect(refusal({ kind: 'delete-column', columnId: 'c2' })).toBe(
      'column-referenced: size is used by constraint “price grows with size”, chart “chart h1”, column “price”, call “copy” and constraint “size above 1”. Change that first.',
    );
  });

  it('takes the column out of the exported ones', () => {
    const next = applied({ kind: 'delete-column', columnId: 'c5' });
    expect(next.columns.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(next.output.columns).toEqual(['c1', 'c4']);
  });
});

describe('other commands on columns', () => {
  it('add one at a place', () => {
    const column = { ...design.columns[0]!, id: 'new', name: 'new' };
    expect(applied({ kind: 'add-column', column, index: 1 }).columns[1]).toBe(column);
    expect(refusal({ kind: 'add-column', column: design.columns[0]! })).toMatch('duplicate-id');
  });

  it('duplicate one under a new name beside it', () => {
    const next = applied({ kind: 'duplicate-column', columnId: 'c2' });
    expect(next.columns[2]).toMatchObject({
      id: 'c2_2',
      name: 'size_2',
      fill: design.columns[1]!.fill,
    });
  });

  it('move one', () => {
    const next = applied({ kind: 'move-column', columnId: 'c1', toIndex: 2 });
    expect(next.columns.map(({ id }) => id)).toEqual(['c2', 'c3', 'c1', 'c4', 'c5']);
    expect(applied({ kind: 'move-column', columnId: 'c1', toIndex: -5 })).toBe(design);
  });

  it('change properties, and remove one set to undefined', () => {
    const next = applied({
      kind: 'update-column',
      columnId: 'c2',
      change: { unit: undefined, nullRate: 0.5 },
    });
    expect(next.columns[1]).not.toHaveProperty('unit');
    expect(next.columns[1]?.nullRate).toBe(0.5);
    expect(next.columns[0]).toBe(design.columns[0]);
  });

  it('refuse what could not be restored', () => {
    expect(refusal({ kind: 'update-column', columnId: 'c2', change: { nullRate: 2 } })).toMatch(
      'invalid-value',
    );
    expect(refusal({ kind: 'set-fill', columnId: 'gone', fill: { kind: 'uuid' } })).toMatch(
      'unknown-column',
    );
  });
});

describe('commands on calls, models and sources', () => {
  it('refuse to delete what is in use', () => {
    expect(refusal({ kind: 'delete-call', callId: 'copy' })).toBe(
      'call-in-use: This call is used by column “model”. Change that first.',
    );
    expect(refusal({ kind: 'delete-model', alias: 'writer' })).toMatch('model-in-use');
    expect(refusal({ kind: 'delete-source', sourceId: 's' })).toMatch('source-in-use');
  });

  it('rename a model in the calls that use it', () => {
    const next = applied({ kind: 'rename-model', alias: 'writer', name: 'author' });
    expect(next.models[0]?.alias).toBe('author');
    expect(next.calls[0]?.model).toBe('author');
  });

  it('never let a password into an endpoint', () => {
    const change = { endpoint: 'https://me:secret@host.example/v1' };
    expect(refusal({ kind: 'update-model', alias: 'writer', change })).toMatch(
      'endpoint-credentials',
    );
  });

  it('add, change and delete', () => {
    const next = applyCommands(design, [
      { kind: 'add-model', model: { alias: 'second', provider: 'demo', model: '' } },
      { kind: 'update-call', callId: 'copy', change: { model: 'second', skip: 'size > 3' } },
      { kind: 'delete-model', alias: 'writer' },
      {
        kind: 'update-constraint',
        constraint: { ...design.constraints[0]!, kind: 'unique', columns: ['c4'] },
      },
      { kind: 'delete-chart', chartId: 'h1' },
    ]);
    expect(next).toMatchObject({
      ok: true,
      value: {
        models: [{ alias: 'second' }],
        calls: [{ model: 'second', skip: 'size > 3' }],
        charts: [],
      },
    });
  });

  it('change nothing when one of several is refused', () => {
    const result = applyCommands(design, [
      { kind: 'delete-chart', chartId: 'h1' },
      { kind: 'delete-chart', chartId: 'h1' },
    ]);
    expect(result).toMatchObject({ ok: false, error: [{ code: 'unknown-chart' }] });
  });
});

describe('settings', () => {
  it('are set and checked', () => {
    expect(applied({ kind: 'set-field', field: 'rows', value: 7 }).rows).toBe(7);
    expect(refusal({ kind: 'set-field', field: 'rows', value: 1.5 })).toMatch('invalid-value');
    expect(applied({ kind: 'set-field', field: 'name', value: design.name })).toBe(design);
  });
});
