import fc from 'fast-check';
import { constraintSchema, type Constraint } from './constraint.ts';
import type { DatasetDesign } from './design.ts';
import { designSchema } from './design-schema.ts';
import { fillSchema, type Fill } from './fill.ts';

const words = fc.string({ unit: 'binary', maxLength: 20 });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const name = fc
  .stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
  .filter(
    (text) => !/^(and|or|not|in|is|if|elif|else|end.*|for|set|true|false|none|loop)$/.test(text),
  );
const scalar = fc.oneof(words, finite, fc.boolean());
const optional = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const json = fc
  .jsonValue({ maxDepth: 2 })
  .map(
    (value) =>
      JSON.parse(
        JSON.stringify(value).replace(/"(__proto__|constructor|prototype)":/g, '"plain":'),
      ) as unknown,
  );
const record = fc.dictionary(name, json, { maxKeys: 3, noNullPrototype: true });

/** Drops undefined properties, as a document has none. */
function compact<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

const categoryValue = fc.record({
  value: scalar,
  label: optional(words),
  description: optional(words),
  weight: fc.integer({ min: 1, max: 100 }),
});

interface Names {
  readonly columns: readonly string[];
  readonly earlier: readonly string[];
}

function fills({ earlier }: Names): fc.Arbitrary<unknown> {
  const previous = earlier.length === 0 ? fc.constant('1') : fc.constantFrom(...earlier);
  return fc.oneof(
    fc.record({ kind: fc.constant('category'), values: fc.array(categoryValue, { maxLength: 4 }) }),
    fc.record({
      kind: fc.constant('subcategory'),
      category: previous.map((column) => `id-${column}`),
      values: fc.dictionary(name, fc.array(categoryValue, { maxLength: 2 }), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    }),
    fc.record({
      kind: fc.constant('number'),
      distribution: fc.oneof(
        fc.record({ kind: fc.constantFrom('uniform', 'integer'), low: finite, high: finite }),
        fc.record({
          kind: fc.constant('gaussian'),
          mean: finite,
          stddev: finite,
          low: optional(finite),
        }),
      ),
      decimalPlaces: optional(fc.integer({ min: 0, max: 12 })),
    }),
    fc.record({ kind: fc.constant('boolean'), probability: finite }),
    fc.record({
      kind: fc.constant('datetime'),
      start: words,
      end: words,
      unit: fc.constantFrom('D', 'h'),
    }),
    fc.record({ kind: fc.constant('uuid'), prefix: optional(words) }),
    fc.record({ kind: fc.constant('sequence'), start: finite, step: finite }),
    fc.record({ kind: fc.constant('pattern'), pattern: words }),
    fc.record({ kind: fc.constant('constant'), value: scalar }),
    fc.record({
      kind: fc.constant('timedelta'),
      reference: previous.map((column) => `id-${column}`),
      dtMin: finite,
      dtMax: finite,
    }),
    fc.record({
      kind: fc.constant('series'),
      trend: finite,
      by: optional(previous.map((column) => `id-${column}`)),
    }),
    fc.record({ kind: fc.constant('texts'), lists: fc.array(fc.array(words, { maxLength: 2 })) }),
    fc.record({ kind: fc.constant('person'), locale: words.map((text) => text.slice(0, 20)) }),
    fc.record({ kind: fc.constant('source'), source: fc.constant('id-source'), field: words }),
    fc.record({ kind: fc.constant('generated'), call: fc.constant('id-call') }),
    fc.record({
      kind: fc.constant('formula'),
      expression: fc
        .tuple(previous, previous)
        .map(([a, b]) => `${a} * 2 + (${b} if ${a} > 1 else 3)`),
    }),
    fc.record({
      kind: fc.constant('template'),
      template: fc
        .tuple(previous, previous)
        .map(([a, b]) => `${a}: {{ ${a} }}, {{ ${b} | upper }}`),
    }),
  );
}

function columnOf(columnName: string, names: Names): fc.Arbitrary<unknown> {
  return fc.record({
    id: fc.constant(`id-${columnName}`),
    name: fc.constant(columnName),
    description: words,
    type: fc.constantFrom('text', 'integer', 'decimal', 'boolean', 'date', 'list'),
    unit: optional(fc.string({ maxLength: 5 })),
    fill: fills(names).map((fill) => fillSchema.parse(compact(fill)) as Fill),
    nullRate: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
    drop: fc.boolean(),
  });
}

function constraints(columns: readonly string[]): fc.Arbitrary<readonly Constraint[]> {
  const column = fc.constantFrom(...columns).map((columnName) => `id-${columnName}`);
  const one = fc.oneof(
    fc.record({
      kind: fc.constant('expression'),
      expression: fc.constantFrom(...columns).map((columnName) => `${columnName} != 7`),
    }),
    fc.record({ kind: fc.constant('range'), column, low: optional(finite) }),
    fc.record({ kind: fc.constant('pattern'), column, pattern: words }),
    fc.record({
      kind: fc.constant('unique'),
      columns: fc.array(column, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('linear'),
      x: column,
      y: column,
      by: optional(column),
      law: optional(
        fc.record({
          slope: finite,
          intercept: finite,
          factors: fc.array(fc.record({ value: scalar, factor: finite }), { maxLength: 2 }),
        }),
      ),
    }),
    fc.record({ kind: fc.constant('share'), column, value: scalar, share: finite }),
  );
  return fc
    .array(one, { maxLength: 4 })
    .map((list) =>
      list.map((item, index) => constraintSchema.parse({ ...compact(item), id: `rule-${index}` })),
    );
}

/** Designs that satisfy the schema and whose references exist; what they mean may well be wrong. */
export const arbitraryDesign: fc.Arbitrary<DatasetDesign> = fc
  .uniqueArray(name, { minLength: 1, maxLength: 6 })
  .chain((columns) =>
    fc.record({
      version: fc.constant(1),
      name: words,
      brief: words,
      instructions: words,
      seed: fc.nat(),
      rows: fc.integer({ min: 0, max: 1_000 }),
      models: fc.constant([
        {
          alias: 'writer',
          endpoint: 'https://models.example/v1',
          delivery: 'csv',
          parameters: { seed: 7, stop: ['end'] },
        },
      ]),
      sources: fc
        .array(record, { maxLength: 3 })
        .map((rows) => [{ id: 'id-source', name: 'rows', kind: 'inline', rows }]),
      columns: fc.tuple(
        ...columns.map((columnName, index) =>
          columnOf(columnName, { columns, earlier: columns.slice(0, index) }),
        ),
      ),
      calls: fc.tuple(fc.constantFrom(...columns), record).map(([column, values]) => [
        {
          id: 'id-call',
          name: 'call',
          model: 'writer',
          messages: [{ role: 'user', content: `About {{ ${column} }}` }],
          examples: [{ facts: {}, values }],
        },
      ]),
      constraints: constraints(columns),
      charts: fc
        .constantFrom(...columns)
        .map((column) => `id-${column}`)
        .map((id) => [
          { id: 'scatter', kind: 'scatter', x: id, y: id },
          { id: 'shares', kind: 'shares', columns: [id] },
          { id: 'histogram', kind: 'histogram', column: id },
          { id: 'coverage', kind: 'coverage', x: id, y: id },
        ]),
    }),
  )
  .map((design) => designSchema.parse(compact(design)));
