import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnTypeOf } from '#core/design/column-type-of.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { dataDesigner, encodeYaml } from './data-designer.ts';

/** Designs of what both sides can say; names begin alike so that they may refer to each other. */
const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
  .map((x) => (Object.is(x, -0) ? 0 : x));
const whole = fc.integer({ min: 1, max: 500 });
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((x) => (Object.is(x, -0) ? 0 : x));
const words = fc
  .string({ unit: 'binary', maxLength: 12 })
  .filter((text) => !/[{}]/.test(text) && !/[\uD800-\uDFFF]/u.test(text));
const values = fc.uniqueArray(fc.oneof(words, fc.integer()), { minLength: 1, maxLength: 4 });

const law = fc.oneof(
  fc.record({ kind: fc.constant('uniform'), low: finite, high: finite }),
  fc.record({ kind: fc.constant('gaussian'), mean: finite, stddev: finite }),
  fc.record({ kind: fc.constant('integer'), low: fc.integer({ min: -99, max: 0 }), high: whole }),
  fc.record({ kind: fc.constant('binomial'), n: whole, p: share }),
  fc.record({ kind: fc.constant('poisson'), mean: finite }),
  fc.record({
    kind: fc.constant('scipy'),
    distName: fc.constant('gamma'),
    distParams: fc.record({ a: finite }),
  }),
);

const sampled = fc.oneof(
  fc.record({
    kind: fc.constant('category' as const),
    values: values.chain((list) =>
      fc
        .array(whole, { minLength: list.length, maxLength: list.length })
        .map((weights) => list.map((value, index) => ({ value, weight: weights[index] }))),
    ),
  }),
  fc.record({ kind: fc.constant('number' as const), distribution: law }),
  fc.record({ kind: fc.constant('boolean' as const), probability: share }),
  fc.record({ kind: fc.constant('uuid' as const), prefix: words }),
  fc.record({ kind: fc.constant('person' as const), ageRange: fc.constant([20, 40]) }),
  fc.record({
    kind: fc.constant('datetime' as const),
    start: fc.constant('2024-01-01'),
    end: fc.constant('2025-01-01'),
    unit: fc.constantFrom('D', 'h', 's'),
  }),
);

const written = fc.constantFrom(
  { kind: 'text' },
  {
    kind: 'judge',
    scores: [
      {
        name: 'wit',
        description: 'Fun?',
        options: [
          { value: 1, description: 'no' },
          { value: 2, description: 'yes' },
        ],
      },
    ],
  },
);

const design: fc.Arbitrary<DatasetDesign> = fc
  .record({
    fills: fc.array(sampled, { minLength: 1, maxLength: 4 }),
    outputs: fc.array(fc.tuple(written, words, fc.constantFrom(undefined, 'python', 'sql:mysql')), {
      maxLength: 3,
    }),
    drops: fc.infiniteStream(fc.boolean()),
    bound: finite,
  })
  .map(({ fills, outputs, drops, bound }) => {
    const dropOf = () => drops.next().value === true;
    const columns = fills.map((fill, index) => ({
      name: `c${index}`,
      ...(fill.kind === 'category'
        ? { type: columnTypeOf(fill.values.map(({ value }) => value)) }
        : {}),
      fill,
      drop: dropOf(),
    }));
    const generated = outputs.map(([output, , code], index) => ({
      name: `g${index}`,
      type: output.kind === 'judge' ? 'object' : 'text',
      fill: {
        kind: 'generated',
        call: `g${index}`,
        ...(output.kind === 'text' && code !== undefined ? { code } : {}),
      },
      skip: 'c0 == 3',
      drop: dropOf(),
    }));
    const restored = restoreDesign({
      version: 1,
      name: 'Data Designer design',
      models: [{ alias: 'm', provider: 'openai', model: 'x', temperature: 0.5 }],
      columns: [
        ...columns,
        ...generated,
        { name: 'd', type: 'decimal', fill: { kind: 'formula', expression: 'c0 * 2' } },
      ],
      calls: outputs.map(([output, text], index) => ({
        id: `g${index}`,
        name: `g${index}`,
        model: 'm',
        rowsPerRequest: 1,
        messages: [
          { role: 'system', content: `Be brief. ${text}` },
          { role: 'user', content: `${text} {{ c0 }}` },
        ],
        output,
      })),
      // A date has no order with a number, and Data Designer no rule about a date.
      constraints:
        fills[0]?.kind === 'datetime' ? [] : [{ kind: 'expression', expression: `c0 < ${bound}` }],
    });
    if (!restored.ok) throw new Error(restored.error[0]?.message);
    return restored.value.design;
  });

const meaning = ({ origin: _origin, ...rest }: DatasetDesign) => rest;

describe('a design that Data Designer can say', () => {
  it('comes back from JSON and from YAML as it was', () => {
    fc.assert(
      fc.property(design, (original) => {
        for (const text of [dataDesigner.encode(original).text, encodeYaml(original).text]) {
          const decoded = dataDesigner.decode(text);
          expect(decoded.ok && meaning(decoded.value.design)).toEqual(meaning(original));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is written the same after every further round', () => {
    fc.assert(
      fc.property(design, (original) => {
        const first = dataDesigner.encode(original).text;
        const decoded = dataDesigner.decode(first);
        expect(decoded.ok && dataDesigner.encode(decoded.value.design).text).toBe(first);
      }),
      { numRuns: 60 },
    );
  });

  it('is never the reason for an exception, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"columns": [${json}]}`),
        ),
        (text) => {
          const decoded = dataDesigner.decode(text);
          if (decoded.ok) dataDesigner.encode(decoded.value.design);
        },
      ),
      { numRuns: 200 },
    );
  });
});
