import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath, type Diagnostic } from '#core/base/diagnostic.ts';
import { arbitraryDesign } from './arbitrary-design.contract.ts';
import { checkDesign, compareDiagnostics } from './check.ts';
import type { DatasetDesign } from './design.ts';
import { restoreDesign } from './restore.ts';

function designOf(input: object): DatasetDesign {
  const result = restoreDesign({ version: 1, ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(result.value.notices).toEqual([]);
  return result.value.design;
}

function codesOf(input: object): readonly string[] {
  return checkDesign(designOf(input)).map(
    ({ severity, code, path }) => `${severity} ${code} ${formatPath(path)}`,
  );
}

const type = { name: 'type', fill: { kind: 'category', values: ['OLED', 'QLED'] } };
const size = {
  name: 'size',
  fill: { kind: 'number', distribution: { kind: 'uniform', low: 1, high: 9 } },
};
const price = { name: 'price', type: 'decimal', fill: { kind: 'formula', expression: 'size * 2' } };
const words = { name: 'words', fill: 'uuid' };

describe('checkDesign', () => {
  it('never throws on any design', () => {
    fc.assert(
      fc.property(arbitraryDesign, (design) => {
        checkDesign(design);
      }),
    );
  });

  it('gives everything at once in the order of the document', () => {
    const found = checkDesign(
      designOf({
        rows: 0,
        columns: [
          { name: 'b', fill: { kind: 'category', values: [] } },
          { name: 'a', fill: { kind: 'formula', expression: 'x + y' } },
        ],
        calls: [{ id: 'c', model: 'gone' }],
        constraints: [{ kind: 'expression', expression: '(' }],
      }),
    );
    expect(found.map(({ code, range }) => `${code} ${range?.start ?? ''}`.trim())).toEqual([
      'no-rows',
      'empty-table',
      'unknown-reference 0',
      'unknown-reference 4',
      'call-without-columns',
      'unknown-model',
      'expression-syntax 1',
    ]);
    expect([...found].sort(compareDiagnostics)).toEqual(found);
  });

  it('is quick for the largest design', () => {
    const columns = Array.from({ length: 500 }, (_, index) => ({
      name: `c${index}`,
      fill: { kind: 'formula', expression: `c${index + 1} + typo${index}` },
    }));
    expect(checkDesign(designOf({ columns }))).toHaveLength(501);
  });
});

describe('a text of a hundred thousand characters', () => {
  it('gives its first findings only', () => {
    const expression = Array.from({ length: 5_000 }, (_, index) => `typo_${index}`).join(', ');
    const fill = { kind: 'formula', expression: `[${expression}]` };
    expect(checkDesign(designOf({ columns: [size, { name: 'f', fill }] }))).toHaveLength(50);
  });
});

describe('unknown names in texts', () => {
  const columns = [
    type,
    size,
    {
      ...price,
      fill: { kind: 'formula', expression: "13.8 * sze + (1 if type == 'QLED' else 2)" },
    },
  ];

  it('are reported with their range, the columns there are, and a fix', () => {
    expect(checkDesign(designOf({ columns }))).toEqual([
      {
        path: ['columns', 2, 'fill', 'expression'],
        code: 'unknown-reference',
        severity: 'error',
        message: 'No column is called “sze”. Columns: type, size, price.',
        range: { start: 7, end: 10 },
        fix: {
          label: 'Change to size',
          path: ['columns', 2, 'fill', 'expression'],
          value: "13.8 * size + (1 if type == 'QLED' else 2)",
        },
      },
    ]);
  });

  it('carry no fix when nothing is near', () => {
    const [found] = checkDesign(
      designOf({
        columns: [size, { name: 't', fill: { kind: 'template', template: '{{ colour }}' } }],
      }),
    );
    expect(found).not.toHaveProperty('fix');
  });

  it.each([
    "constructor.constructor('x')",
    'window',
    'this',
    '__proto__',
    'size.__proto__.x + self',
  ])('never reach the host: %s', (expression) => {
    const found = checkDesign(
      designOf({ columns: [size, { name: 'f', fill: { kind: 'formula', expression } }] }),
    );
    expect(found[0]?.severity).toBe('error');
  });

  it('are found in prompts, skip rules and row rules', () => {
    expect(
      codesOf({
        models: [{ alias: 'm' }],
        columns: [
          { ...size, skip: 'gone1' },
          { name: 'm', fill: { kind: 'generated', call: 'c' } },
        ],
        calls: [
          {
            id: 'c',
            model: 'm',
            skip: 'gone2',
            messages: [{ role: 'user', content: '{{ gone3 }}' }],
          },
        ],
        constraints: [{ kind: 'expression', expression: 'gone4 > 1' }],
      }),
    ).toEqual([
      'error unknown-reference columns[0].skip',
      'error unknown-reference calls[0].messages[0].content',
      'error unknown-reference calls[0].skip',
      'error unknown-reference constraints[0].expression',
    ]);
  });
});

describe('texts', () => {
  const columnsWith = (fill: object): object => ({ columns: [type, size, { name: 'x', fill }] });

  it.each([
    [
      { kind: 'formula', expression: '1 +' },
      ['error expression-syntax columns[2].fill.expression'],
    ],
    [
      { kind: 'formula', expression: 'size | nosuch' },
      ['error unknown-filter columns[2].fill.expression'],
    ],
    [
      { kind: 'template', template: '{{ size' },
      ['error expression-syntax columns[2].fill.template'],
    ],
    [
      { kind: 'template', template: 'Hello' },
      ['warning template-without-reference columns[2].fill.template'],
    ],
    [
      { kind: 'template', template: '{{ type.colour }}' },
      ['error unknown-attribute columns[2].fill.template'],
    ],
    [
      { kind: 'template', template: '{{ type.description }}' },
      ['warning empty-attribute columns[2].fill.template'],
    ],
    [{ kind: 'template', template: '{{ type.label }}' }, []],
    [{ kind: 'template', template: '{{ x }}' }, ['error self-reference columns[2].fill.template']],
  ])('%j', (fill, expected) => {
    expect(codesOf(columnsWith(fill))).toEqual(expected);
  });

  it('of a system message see no row', () => {
    expect(
      codesOf({
        models: [{ alias: 'm' }],
        columns: [size, { name: 'm', fill: { kind: 'generated', call: 'c' } }],
        calls: [{ id: 'c', model: 'm', messages: [{ role: 'system', content: '{{ size }}' }] }],
      }),
    ).toEqual(['error row-in-system-message calls[0].messages[0].content']);
  });
});

describe('circles', () => {
  it('of derived columns are named in reading order', () => {
    const found = checkDesign(
      designOf({
        columns: [
          { name: 'a', fill: { kind: 'formula', expression: 'b' } },
          { name: 'b', fill: { kind: 'formula', expression: 'a' } },
        ],
      }),
    );
    expect(found).toMatchObject([
      {
        code: 'cycle',
        path: ['columns', 0, 'fill', 'expression'],
        message: 'These columns wait for each other: a → b → a. Take one of the references out.',
      },
    ]);
  });

  it('of a prompt that reads what its call fills are named', () => {
    const found = checkDesign(
      designOf({
        models: [{ alias: 'm' }],
        columns: [
          { name: 'model', fill: { kind: 'generated', call: 'c' } },
          { name: 'text', fill: { kind: 'generated', call: 'c' } },
        ],
        calls: [
          {
            id: 'c',
            name: 'copy',
            model: 'm',
            messages: [{ role: 'user', content: '{{ model }}' }],
          },
        ],
      }),
    );
    expect(found).toMatchObject([
      {
        code: 'cycle',
        path: ['calls', 0, 'messages', 0, 'content'],
        message:
          'The call “copy” reads model, which it fills itself. Take it out of the prompt, or fill it by another call.',
      },
    ]);
  });

  it('of a prompt that reads a column made from its own answer are found', () => {
    expect(
      codesOf({
        models: [{ alias: 'm' }],
        columns: [
          { name: 'model', fill: { kind: 'generated', call: 'c' } },
          { name: 'title', fill: { kind: 'template', template: '{{ model }}' } },
        ],
        calls: [{ id: 'c', model: 'm', messages: [{ role: 'user', content: '{{ title }}' }] }],
      }),
    ).toEqual(['error cycle calls[0].messages[0].content']);
  });

  it('of a subcategory on itself are found', () => {
    expect(
      codesOf({
        columns: [
          { name: 'a', fill: { kind: 'subcategory', category: 'a', values: { x: ['x'] } } },
        ],
      }),
    ).toEqual(['error self-reference columns[0].fill.category']);
  });
});

describe('models', () => {
  const endpointOf = (endpoint: string): Diagnostic =>
    checkDesign({
      ...designOf({ columns: [size] }),
      models: [{ alias: 'm', provider: 'custom', model: '', endpoint }],
    })[0]!;

  it('with an endpoint say that it is not used yet, with the host in ASCII', () => {
    expect(endpointOf('https://аpi.openai.com/v1')).toMatchObject({
      severity: 'info',
      code: 'endpoint-not-set-up',
      message: 'This design asks for https://xn--pi-6kc.openai.com . Not used until you set it up.',
    });
    expect(endpointOf('https://api.openai.com.evil.example/v1').message).toContain(
      'https://api.openai.com.evil.example .',
    );
  });

  it.each([
    ['javascript:alert(1)', 'endpoint-scheme'],
    ['file:///etc/passwd', 'endpoint-scheme'],
    ['data:text/plain,x', 'endpoint-scheme'],
    ['blob:https://x.example/1', 'endpoint-scheme'],
    ['https://api.openai.com@evil.example', 'endpoint-credentials'],
    ['https://evil.example/?x=api.openai.com', 'endpoint-credentials'],
    ['not an address', 'endpoint-invalid'],
  ])('refuse %s', (endpoint, code) => {
    expect(endpointOf(endpoint)).toMatchObject({ severity: 'error', code });
  });
});

describe('calls and what refers to them', () => {
  it('are checked for models, columns and examples', () => {
    expect(
      codesOf({
        models: [{ alias: 'writer' }],
        columns: [
          { name: 'm', fill: { kind: 'generated', call: 'gone', values: [] } },
          { name: 's', fill: { kind: 'source', source: 'gone', field: 'x' } },
        ],
        calls: [
          { id: 'idle', model: 'wrtier', examples: [{ facts: { nope: 1 }, values: { m: 'x' } }] },
        ],
      }),
    ).toEqual([
      'error unknown-call columns[0].fill.call',
      'error empty-table columns[0].fill.values',
      'error unknown-source columns[1].fill.source',
      'warning call-without-columns calls[0]',
      'warning unknown-reference calls[0].examples[0].facts.nope',
      'error unknown-model calls[0].model',
    ]);
  });

  it('suggest the model that was meant', () => {
    const found = checkDesign(
      designOf({ models: [{ alias: 'writer' }], calls: [{ id: 'idle', model: 'wrtier' }] }),
    );
    expect(found.at(-1)?.fix).toEqual({
      label: 'Change to writer',
      path: ['calls', 0, 'model'],
      value: 'writer',
    });
  });

  it('check the field of a source', () => {
    const columns = [{ name: 's', fill: { kind: 'source', source: 'people', field: 'nmae' } }];
    const people = { id: 'people', kind: 'inline', rows: [{ name: 'Ada' }] };
    expect(checkDesign(designOf({ columns, sources: [people] }))).toMatchObject([
      {
        code: 'unknown-field',
        message: 'people has no field “nmae”. Fields: name.',
        fix: { value: 'name' },
      },
    ]);
    expect(codesOf({ columns, sources: [{ ...people, rows: [] }] })).toEqual([
      'error empty-source columns[0].fill.source',
    ]);
  });
});

describe('names', () => {
  it('that differ in case only, or hide characters, are warned about', () => {
    expect(
      codesOf({
        columns: [size, { ...words, id: 's2', name: 'Size' }, { ...words, name: 'a\u202Eb' }],
      }),
    ).toEqual([
      'warning similar-name columns[1].name',
      'warning invisible-characters columns[2].name',
    ]);
  });
});
