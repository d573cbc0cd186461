import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { readColumns } from '#core/rows/row-reader.ts';
import { comparisonSteps, type SampleComparison } from './compare-sample.ts';

type Types = Readonly<Record<string, 'text' | 'integer' | 'decimal' | 'boolean'>>;

function compared(
  types: Types,
  made: Readonly<Record<string, readonly JsonValue[]>>,
  sample: readonly JsonObject[],
): SampleComparison {
  const columns = Object.entries(types).map(([name, type]) => ({
    ...{ id: name, name, type },
    fill: { kind: 'generated', call: 'c' },
  }));
  const design = designSchema.parse({ version: 1, columns });
  const steps = comparisonSteps(readColumns(made), design, sample);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('a small real sample', () => {
  const made = { kind: ['TV', 'TV', 'Radio', 'Radio', 'Lamp', 'Lamp', 'Lamp', 'Lamp'] };

  it('is held against groups though it has each of them once', () => {
    const sample = [{ kind: 'TV' }, { kind: 'Radio' }, { kind: 'Lamp' }];
    // Shares ¼, ¼, ½ against a third each.
    const [column] = compared({ kind: 'text' }, made, sample).columns;
    expect(column).toMatchObject({ measure: 'variation' });
    expect(column!.distance).toBeCloseTo(1 / 6, 12);
  });

  it('is not compared where it holds nothing', () => {
    expect(compared({ kind: 'text' }, made, [{ kind: '' }]).columns).toEqual([]);
  });
});

describe('fields of a file', () => {
  const words = (texts: readonly string[]) => texts.map((n) => ({ n }));

  it('are numbers whatever sign and unit they carry', () => {
    const made = { n: [-5, 12, 1_234.5, 30] };
    const sample = words(['-$5', '12 %', '$1,234.50', '30 kg']);
    expect(compared({ n: 'decimal' }, made, sample)).toMatchObject({
      columns: [{ measure: 'ks', distance: 0 }],
      copies: { identicalCount: 4 },
    });
  });

  it('are neither true nor false where they say neither', () => {
    const made = { n: [true, false, true, false] };
    const [column] = compared({ n: 'boolean' }, made, words(['yes', 'N', 'n/a', '?'])).columns;
    expect(column).toMatchObject({ measure: 'variation', distance: 0 });
  });
});

describe('rows that equal a real one', () => {
  it('do not differ from it in digits or in a null', () => {
    const made = {
      sku: ['SKU-12', 'sku 12', 'SKU-7', 'SKU-12'],
      note: ['new', 'New!', 'new', null],
    };
    const sample = [
      { sku: 'SKU-12', note: 'new' },
      { sku: 'SKU-99', note: 'old' },
    ];
    const { copies } = compared({ sku: 'text', note: 'text' }, made, sample);
    expect(copies).toMatchObject({ identicalCount: 1 });
    expect(copies!.nearest.map(({ distance }) => distance)).toEqual([0, 0.5, 0.5, 0.5]);
  });
});
